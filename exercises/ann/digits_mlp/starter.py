"""Capstone: a network that reads handwriting."""

import numpy as np

from tutor import track
from tutor.yours import confusion_f1, cross_entropy, mlp_forward, softmax

Layers = list[tuple[np.ndarray, np.ndarray]]

# To begin with. Plain training with these reaches 94 % for 3 seeds of 4.
HIDDEN = 64
EPOCHS = 60
BATCH = 32
RATE = 0.1
MOMENTUM = 0.9


def initialise(sizes: tuple[int, ...], rng: np.random.Generator) -> Layers:
    """Return the parameters of an untrained network.

    Args:
        sizes: number of inputs, of units in each hidden layer, and of classes.
        rng: where random weights come from.

    Returns:
        One (W, b) per layer: W (D_in, D_out) and b (D_out,).
    """
    # TODO: small random weights; how small depends on D_in.
    raise NotImplementedError


def gradients(
    params: Layers, cache: Layers, probs: np.ndarray, y: np.ndarray
) -> Layers:
    """Return the gradient of the mean cross-entropy, one (dW, db) per layer.

    This function is given: you will derive and write it in topic 2.

    Args:
        params: one (W, b) per layer.
        cache: what mlp_forward returned beside the logits.
        probs: softmax of those logits, shape (N, C).
        y: the true class of each sample, shape (N,).
    """
    # What a change of each logit does to the loss: probability minus truth.
    delta = probs.copy()
    delta[np.arange(len(y)), y] -= 1
    delta /= len(y)
    grads = []
    for layer in reversed(range(len(params))):
        inputs, _ = cache[layer]
        grads.append((inputs.T @ delta, delta.sum(axis=0)))
        if layer > 0:
            # Back through the weights, and through the ReLU below them: it
            # lets nothing pass where its input was negative.
            _, z_below = cache[layer - 1]
            delta = (delta @ params[layer][0].T) * (z_below > 0)
    return grads[::-1]


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
    # for each epoch, in a new order, for each mini-batch: forward, gradients,
    # update. See it happen: track.scalar("loss", value, step).
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
