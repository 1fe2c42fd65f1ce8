"""Passes 0/1 draws up instead of probabilities.

A draw is right on average, and throws away how sure each unit was. The next layer has to
learn from noise, and the same picture looks different each time. The draws also make the
result depend on chance.

Lesson: dbn/stacking#one-layer-at-a-time
"""

from collections.abc import Callable

import numpy as np

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def fit_dbn(
    X: np.ndarray,
    sizes: list[int],
    fit: Callable[[np.ndarray, int], Layer],
) -> list[Layer]:
    stack, data = [], X
    for size in sizes:
        W, b, c = fit(data, size)
        stack.append((W, b, c))
        p = sigmoid(data @ W + c)
        data = (np.random.default_rng(0).random(p.shape) < p).astype(float)
    return stack


def transform(
    stack: list[Layer], X: np.ndarray, depth: int | None = None
) -> np.ndarray:
    data = X
    for W, _, c in stack[:depth]:
        data = sigmoid(data @ W + c)
    return data
