"""Returns the top layer alone.

It can do nothing with the data: its inputs come from the layers below. The stack has one
layer per size.

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
        data = sigmoid(data @ W + c)
    return stack[-1:]


def transform(
    stack: list[Layer], X: np.ndarray, depth: int | None = None
) -> np.ndarray:
    data = X
    for W, _, c in stack[:depth]:
        data = sigmoid(data @ W + c)
    return data
