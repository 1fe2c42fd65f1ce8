"""Draws one pair of places for the whole batch.

All sequences of a batch are marked alike. Each batch then asks for two fixed
places, and its gradient says nothing about the others: training is far noisier
than the size of the batch lets you think.

Lesson: rnn/vanishing#the-adding-problem
"""

import numpy as np


def adding_batch(
    rng: np.random.Generator, n: int, steps: int
) -> tuple[np.ndarray, np.ndarray]:
    X = np.zeros((n, steps, 2))
    X[:, :, 0] = rng.uniform(size=(n, steps))
    half, rows = steps // 2, np.arange(n)
    first = rng.integers(0, half)
    second = rng.integers(half, steps)
    X[rows, first, 1] = 1
    X[rows, second, 1] = 1
    return X, X[rows, first, 0] + X[rows, second, 0]


def baselines(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    later = X[:, X.shape[1] // 2 :]
    second = (later[:, :, 0] * later[:, :, 1]).sum(axis=1)
    errors = 1 - y, second + 0.5 - y
    nothing, recent = (float((error**2).mean()) for error in errors)
    return nothing, recent
