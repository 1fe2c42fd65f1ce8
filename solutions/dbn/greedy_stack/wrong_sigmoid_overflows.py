"""Divides two exponentials that are both infinite.

Beyond 709 the exponential is infinite, and infinity by infinity is NaN. A form that uses
tanh has no such place.

Lesson: dbn/stacking#one-layer-at-a-time
"""

from collections.abc import Callable

import numpy as np

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(x) / (1 + np.exp(x))


def fit_dbn(
    X: np.ndarray,
    sizes: list[int],
    fit: Callable[[np.ndarray, int], Layer],
) -> list[Layer]:
    stack, data = [], X
    for size in sizes:
        W, b, c = fit(data, size)
        stack.append((W, b, c))
        data = sigmoid(data @ W + c)
    return stack


def transform(
    stack: list[Layer], X: np.ndarray, depth: int | None = None
) -> np.ndarray:
    data = X
    for W, _, c in stack[:depth]:
        data = sigmoid(data @ W + c)
    return data
