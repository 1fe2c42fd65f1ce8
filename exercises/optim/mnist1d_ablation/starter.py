"""Capstone: an ablation table for a network on MNIST-1D."""

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
# TODO: the same keys, switched on.
RECIPE = dict(PLAIN)

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
    # TODO: first weights; then for each epoch, in a new order, for each batch:
    # shift the signals, get the gradients, take a step with AdamW. Each part
    # only as far as the recipe has it on.
    # See it happen: track.scalar("loss", loss, step).
    raise NotImplementedError


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model, shape (N, 10).

    Args:
        model: what `train` returned.
        X: signals, one per row, shape (N, 40).
    """
    # TODO: the forward pass, without shifts and without dropout.
    raise NotImplementedError


def ablation(recipe: dict, plain: dict) -> list[tuple[str, dict]]:
    """Return the rows of the table: a name and a recipe for each.

    Args:
        recipe: all parts switched on.
        plain: the same keys, all switched off.

    Returns:
        "full", then "without ..." for each part, then "plain".
    """
    # TODO: one change per row, always from the full recipe.
    raise NotImplementedError


if __name__ == "__main__":
    from tutor.datasets.mnist1d import mnist1d

    data = mnist1d(seed=0)
    for name, recipe in ablation(RECIPE, PLAIN):
        model = train(data.train, data.train_labels, recipe, seed=0)
        guess = scores(model, data.test).argmax(axis=1)
        accuracy = (guess == data.test_labels).mean()
        print(f"{name:20s} {accuracy:.3f}")
