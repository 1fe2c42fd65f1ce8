"""Capstone: an ablation table for a network on MNIST-1D."""

from itertools import pairwise

import numpy as np

from tutor import track
from tutor.yours import (
    adamw_step,
    cross_entropy,
    dropout,
    init_weights,
    lr_at,
    softmax,
)

# What a recipe may switch on. PLAIN has all of it off.
PLAIN = {"shift": 0, "dropout": 0.0, "decay": 0.0, "schedule": False}
RECIPE = {"shift": 4, "dropout": 0.0, "decay": 0.1, "schedule": True}

HIDDEN = 128
EPOCHS = 25
BATCH = 50
RATE = 0.01


def loss_and_gradients(
    params: list[np.ndarray],
    X: np.ndarray,
    y: np.ndarray,
    p: float,
    rng: np.random.Generator,
) -> tuple[float, list[np.ndarray]]:
    """Return the mean cross-entropy and its gradient for every array.

    This function is given: a network of ReLU layers, with dropout of the
    hidden activations.

    Args:
        params: W1, b1, W2, b2, ... of the layers, W (D_in, D_out).
        X: signals, shape (N, 40).
        y: the true class of each, shape (N,).
        p: chance to drop a hidden activation.
        rng: where dropout draws from.
    """
    inputs = [X]
    for W, b in zip(params[:-2:2], params[1:-2:2], strict=True):
        a = np.maximum(inputs[-1] @ W + b, 0)
        inputs.append(dropout(a, p, rng))
    logits = inputs[-1] @ params[-2] + params[-1]
    delta = softmax(logits)
    delta[np.arange(len(y)), y] -= 1
    delta /= len(y)
    grads = []
    for layer in reversed(range(len(inputs))):
        grads = [inputs[layer].T @ delta, delta.sum(axis=0), *grads]
        if layer:
            # What lived in ReLU and dropout passes on, enlarged as it was.
            alive = (inputs[layer] > 0) / (1 - p)
            delta = (delta @ params[2 * layer].T) * alive
    return cross_entropy(logits, y), grads


def shifted(X, most, rng):
    """Turn each signal in a circle by up to `most` places, left or right."""
    if not most:
        return X
    turns = rng.integers(-most, most + 1, (len(X), 1))
    return np.take_along_axis(X, (np.arange(40) - turns) % 40, axis=1)


def train(X: np.ndarray, y: np.ndarray, recipe: dict, seed: int) -> dict:
    """Return a trained model: all that `scores` needs.

    Args:
        X: signals, one per row, shape (N, 40).
        y: the class of each signal, shape (N,).
        recipe: a value for each key of PLAIN.
        seed: decides all that is random.

    Returns:
        A dict of plain data: arrays, numbers, and lists or tuples of them.
    """
    rng = np.random.default_rng(seed)
    held = len(X) // 10
    own, labels = X[held:], y[held:]
    params = []
    for shape in pairwise((40, HIDDEN, HIDDEN, 10)):
        params += [init_weights(shape, "he_normal", rng), np.zeros(shape[1])]
    total = EPOCHS * -(-len(own) // BATCH)
    step, state = 0, {}
    for _ in range(EPOCHS):
        order = rng.permutation(len(own))
        for start in range(0, len(own), BATCH):
            batch = order[start : start + BATCH]
            inputs = shifted(own[batch], recipe["shift"], rng)
            loss, grads = loss_and_gradients(
                params, inputs, labels[batch], recipe["dropout"], rng
            )
            rate = RATE
            if recipe["schedule"]:
                rate = lr_at(step, RATE, total // 10, total)
            adamw_step(params, grads, state, lr=rate, decay=recipe["decay"])
            if step % 20 == 0:
                track.scalar("loss", loss, step)
                track.scalar("step size", rate, step)
            step += 1
        _watch(params, X, y, held, step)
    return {"params": params}


def _watch(params, X, y, held, step):
    """Track how well a tenth that is never trained on is read."""
    right = scores({"params": params}, X[:1000]).argmax(axis=1) == y[:1000]
    if held:
        track.scalar("held-out accuracy", right[:held].mean(), step)
    track.scalar("training accuracy", right[held:].mean(), step)
    track.histogram("first weights", params[0], step)


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model, shape (N, 10).

    Args:
        model: what `train` returned.
        X: signals, one per row, shape (N, 40).
    """
    a, params = X, model["params"]
    for W, b in zip(params[:-2:2], params[1:-2:2], strict=True):
        a = np.maximum(a @ W + b, 0)
    return a @ params[-2] + params[-1]


def ablation(recipe: dict, plain: dict) -> list[tuple[str, dict]]:
    """Return the rows of the table: a name and a recipe for each.

    Args:
        recipe: all parts switched on.
        plain: the same keys, all switched off.

    Returns:
        "full", then "without ..." for each part, then "plain".
    """
    rows = [("full", dict(recipe))]
    for key, off in plain.items():
        if recipe[key] != off:
            # From the full recipe each time: one change per row.
            rows.append((f"without {key}", {**recipe, key: off}))
    return [*rows, ("plain", dict(plain))]
