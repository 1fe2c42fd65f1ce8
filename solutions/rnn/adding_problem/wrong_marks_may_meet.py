"""Draws both places from the whole sequence, each on its own.

Now and then they are the same place: then there is one mark, and the target
counts its number twice. Nothing in the input tells the network so. For short
sequences it happens often.

Lesson: rnn/vanishing#the-adding-problem
"""

import numpy as np


def adding_batch(
    rng: np.random.Generator, n: int, steps: int
) -> tuple[np.ndarray, np.ndarray]:
    X = np.zeros((n, steps, 2))
    X[:, :, 0] = rng.uniform(size=(n, steps))
    rows = np.arange(n)
    first = rng.integers(0, steps, n)
    second = rng.integers(0, steps, n)
    X[rows, first, 1] = 1
    X[rows, second, 1] = 1
    return X, X[rows, first, 0] + X[rows, second, 0]


def baselines(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    later = X[:, X.shape[1] // 2 :]
    second = (later[:, :, 0] * later[:, :, 1]).sum(axis=1)
    errors = 1 - y, second + 0.5 - y
    nothing, recent = (float((error**2).mean()) for error in errors)
    return nothing, recent
