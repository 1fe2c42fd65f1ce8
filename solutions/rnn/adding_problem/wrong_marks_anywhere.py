"""Draws two different places of the whole sequence.

They are distinct, and often both in one half. A sequence whose marks both
stand in the second half needs no long memory, and one with both in the first
needs two. The mean error hides which of them a network can do.

Lesson: rnn/vanishing#the-adding-problem
"""

import numpy as np


def adding_batch(
    rng: np.random.Generator, n: int, steps: int
) -> tuple[np.ndarray, np.ndarray]:
    X = np.zeros((n, steps, 2))
    X[:, :, 0] = rng.uniform(size=(n, steps))
    rows = np.arange(n)
    order = rng.permuted(np.tile(np.arange(steps), (n, 1)), axis=1)
    first, second = order[:, 0], order[:, 1]
    X[rows, first, 1] = 1
    X[rows, second, 1] = 1
    return X, X[rows, first, 0] + X[rows, second, 0]


def baselines(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    later = X[:, X.shape[1] // 2 :]
    second = (later[:, :, 0] * later[:, :, 1]).sum(axis=1)
    errors = 1 - y, second + 0.5 - y
    nothing, recent = (float((error**2).mean()) for error in errors)
    return nothing, recent
