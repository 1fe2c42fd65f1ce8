"""Marks the second number at a fixed distance from the first.

The place of one mark gives away that of the other: half a sequence later,
always. A network can learn to look back a fixed number of steps, which is
easier than to hold a number for as long as it takes.

Lesson: rnn/vanishing#the-adding-problem
"""

import numpy as np


def adding_batch(
    rng: np.random.Generator, n: int, steps: int
) -> tuple[np.ndarray, np.ndarray]:
    X = np.zeros((n, steps, 2))
    X[:, :, 0] = rng.uniform(size=(n, steps))
    half, rows = steps // 2, np.arange(n)
    first = rng.integers(0, half, n)
    second = first + half
    X[rows, first, 1] = 1
    X[rows, second, 1] = 1
    return X, X[rows, first, 0] + X[rows, second, 0]


def baselines(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    later = X[:, X.shape[1] // 2 :]
    second = (later[:, :, 0] * later[:, :, 1]).sum(axis=1)
    errors = 1 - y, second + 0.5 - y
    nothing, recent = (float((error**2).mean()) for error in errors)
    return nothing, recent
