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
    rng = np.random.default_rng(seed)

    def fit(data: np.ndarray, hidden: int) -> tuple:
        layer = rbm_fit(data, hidden, rng, EPOCHS)
        if data.shape[1] == 64:
            for unit in range(4):
                picture = layer[0][:, unit].reshape(8, 8)
                track.image(f"what unit {unit} looks for", picture)
        return layer

    return fit_dbn(X, list(SIZES), fit)


def forward(layers: list, X: np.ndarray) -> list:
    """Return the outputs of all layers, the input first, logits last."""
    outputs = [X]
    for W, c in layers[:-1]:
        outputs.append(sigmoid(outputs[-1] @ W + c))
    W, c = layers[-1]
    return [*outputs, outputs[-1] @ W + c]


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
    rng = np.random.default_rng(seed)
    layers = [[W.copy(), c.copy()] for W, _, c in stack]
    layers.append([np.zeros((len(stack[-1][2]), 10)), np.zeros(10)])
    speeds = [[np.zeros_like(x) for x in layer] for layer in layers]
    # Few pictures are visited more often, so that the head gets its time.
    epochs = max(15, min(40, 12000 // len(X)))
    step = 0
    for epoch in range(epochs):
        rate = RATE * (1 - epoch / epochs)
        order = rng.permutation(len(X))
        for start in range(0, len(X), BATCH):
            rows = order[start : start + BATCH]
            *outputs, z = forward(layers, X[rows])
            e = np.exp(z - z.max(axis=1, keepdims=True))
            p = e / e.sum(axis=1, keepdims=True)
            if step % 20 == 0:
                right = p[np.arange(len(rows)), y[rows]]
                track.scalar("training loss", -np.log(right).mean(), step)
            d = p
            d[np.arange(len(rows)), y[rows]] -= 1
            d = d / len(rows)
            for level in range(len(layers) - 1, -1, -1):
                a = outputs[level]
                gradients = a.T @ d, d.sum(axis=0)
                d = (d @ layers[level][0].T) * a * (1 - a)
                for k in (0, 1):
                    speeds[level][k] *= MOMENTUM
                    speeds[level][k] -= rate * gradients[k]
                    layers[level][k] += speeds[level][k]
            step += 1
    return {"layers": layers}


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model.

    Args:
        model: what `finetune` returned.
        X: pictures, shape (M, 64).

    Returns:
        Logits, shape (M, 10).
    """
    return forward(model["layers"], X)[-1]
