"""Capstone: digits, read by a network on your own engine."""

from itertools import pairwise

import numpy as np

from tutor import track
from tutor.yours import Tensor

Layers = list[tuple[Tensor, Tensor]]

HIDDEN = 64
EPOCHS = 40
BATCH = 32
RATE = 0.1
MOMENTUM = 0.9
NOISE = 0.3


def initialise(sizes: tuple[int, ...], rng: np.random.Generator) -> Layers:
    """Return the parameters of an untrained network.

    Args:
        sizes: number of inputs, of units in each hidden layer, and of classes.
        rng: where random weights come from.

    Returns:
        One (W, b) per layer, tensors that require gradients: W (D_in, D_out)
        and b (D_out,).
    """
    params = []
    for fan_in, fan_out in pairwise(sizes):
        W = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
        b = np.zeros(fan_out)
        params.append((Tensor(W, True), Tensor(b, True)))
    return params


def loss(params: Layers, X: np.ndarray, y: np.ndarray) -> Tensor:
    """Return the mean cross-entropy of a batch: one number, with its graph.

    Args:
        params: one (W, b) per layer, as from `initialise`.
        X: inputs as the network gets them, shape (N, D).
        y: the true class of each sample, shape (N,).
    """
    z = _logits(params, X)
    # Any shift gives the same loss. The largest score keeps exp in range,
    # and as a constant it needs no gradient.
    z = z - Tensor(z.data.max(axis=1, keepdims=True))
    right = z[np.arange(len(y)), y]
    return (z.exp().sum(axis=1).log() - right).mean()


def _logits(params, X):
    a = Tensor(X)
    for W, b in params[:-1]:
        a = (a @ W + b).relu()
    W, b = params[-1]
    return a @ W + b


def train(X: np.ndarray, y: np.ndarray, seed: int) -> dict:
    """Return a trained model: all that `scores` needs.

    Args:
        X: images, one per row, shape (N, 64), pixels from 0 to 16.
        y: the digit of each image, shape (N,).
        seed: decides all that is random.

    Returns:
        A dict of plain data: arrays, numbers, and lists or tuples of them.
    """
    rng = np.random.default_rng(seed)
    inputs = X / 16
    params = initialise((64, HIDDEN, 10), rng)
    tensors = [tensor for layer in params for tensor in layer]
    speeds = [np.zeros(tensor.shape) for tensor in tensors]
    step = 0
    for epoch in range(EPOCHS):
        # Large steps find the valley, small ones its floor.
        rate = RATE * (1 - epoch / EPOCHS)
        order = rng.permutation(len(X))
        for start in range(0, len(X), BATCH):
            batch = order[start : start + BATCH]
            # Fresh noise at every visit keeps the network from learning its
            # images by heart.
            noisy = inputs[batch] + rng.normal(0, NOISE, (len(batch), 64))
            cost = loss(params, noisy, y[batch])
            cost.backward()
            for tensor, speed in zip(tensors, speeds, strict=True):
                speed *= MOMENTUM
                speed -= rate * tensor.grad
                tensor.data += speed
                tensor.grad = None  # or the next batch would add to it
            if step % 10 == 0:
                track.scalar("loss", float(cost.data), step)
            step += 1
    return {"layers": [(W.data, b.data) for W, b in params]}


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model.

    Args:
        model: what `train` returned.
        X: images, one per row, shape (N, 64), pixels from 0 to 16.

    Returns:
        Ten logits per image, shape (N, 10).
    """
    params = [(Tensor(W), Tensor(b)) for W, b in model["layers"]]
    return _logits(params, X / 16).data
