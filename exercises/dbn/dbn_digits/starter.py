"""Capstone: learn digits mostly without labels."""

import numpy as np

from tutor import track
from tutor.yours import fit_dbn, rbm_fit

SIZES = (100, 100)
EPOCHS = 8
RATE, MOMENTUM, BATCH = 0.2, 0.9, 20


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def pretrain(X: np.ndarray, seed: int) -> list:
    """Return a stack of RBMs trained on pictures without labels.

    Args:
        X: pictures, shape (N, 64), values from 0 to 1.
        seed: decides all that is random.

    Returns:
        Layers (W, b, c), from the bottom up.
    """
    # TODO: your own fit_dbn and rbm_fit.
    raise NotImplementedError


def forward(layers: list, X: np.ndarray) -> list:
    """Return the outputs of all layers, the input first, logits last."""
    # TODO: sigmoid layers, then the linear head.
    raise NotImplementedError


def finetune(stack: list, X: np.ndarray, y: np.ndarray, seed: int) -> dict:
    """Return a classifier that starts from the stack.

    Args:
        stack: layers (W, b, c), from the bottom up.
        X: labelled pictures, shape (N, 64).
        y: their digits, shape (N,).
        seed: decides all that is random.

    Returns:
        A dict of plain data: what `scores` needs.
    """
    # TODO: copies of the stack, a head of zeros, backpropagation.
    raise NotImplementedError


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model.

    Args:
        model: what `finetune` returned.
        X: pictures, shape (M, 64).

    Returns:
        Logits, shape (M, 10).
    """
    # TODO: the logits.
    raise NotImplementedError
