"""Capstone: digits, read by a network on your own engine."""

import numpy as np

from tutor import track
from tutor.yours import Tensor

Layers = list[tuple[Tensor, Tensor]]

# To begin with. With momentum, these read 97.5 % in the median of 20 seeds.
HIDDEN = 64
EPOCHS = 30
BATCH = 32
RATE = 0.1
MOMENTUM = 0.9


def initialise(sizes: tuple[int, ...], rng: np.random.Generator) -> Layers:
    """Return the parameters of an untrained network.

    Args:
        sizes: number of inputs, of units in each hidden layer, and of classes.
        rng: where random weights come from.

    Returns:
        One (W, b) per layer, tensors that require gradients: W (D_in, D_out)
        and b (D_out,).
    """
    # TODO: small random weights; how small depends on D_in.
    raise NotImplementedError


def loss(params: Layers, X: np.ndarray, y: np.ndarray) -> Tensor:
    """Return the mean cross-entropy of a batch: one number, with its graph.

    Args:
        params: one (W, b) per layer, as from `initialise`.
        X: inputs as the network gets them, shape (N, D).
        y: the true class of each sample, shape (N,).
    """
    # TODO: the scores in Tensor operations, then log-sum-exp of each row less
    # the score of its true class; mean.
    raise NotImplementedError


def train(X: np.ndarray, y: np.ndarray, seed: int) -> dict:
    """Return a trained model: all that `scores` needs.

    Args:
        X: images, one per row, shape (N, 64), pixels from 0 to 16.
        y: the digit of each image, shape (N,).
        seed: decides all that is random.

    Returns:
        A dict of plain data: arrays, numbers, and lists or tuples of them.
    """
    # TODO: rng = np.random.default_rng(seed), scaled pixels, initialise. Then,
    # for each epoch, in a new order, for each mini-batch: loss, backward,
    # step.
    # See it happen: track.scalar("loss", float(cost.data), step).
    raise NotImplementedError


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model.

    Args:
        model: what `train` returned.
        X: images, one per row, shape (N, 64), pixels from 0 to 16.

    Returns:
        Ten logits per image, shape (N, 10).
    """
    # TODO: scale new images exactly as the training images were.
    raise NotImplementedError
