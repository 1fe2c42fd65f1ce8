"""Stack RBMs greedily."""

from collections.abc import Callable

import numpy as np

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def fit_dbn(
    X: np.ndarray,
    sizes: list[int],
    fit: Callable[[np.ndarray, int], Layer],
) -> list[Layer]:
    """Return RBMs trained one on top of the other.

    Args:
        X: data, shape (N, D), values from 0 to 1.
        sizes: hidden units of each layer, from the bottom up.
        fit: trains one RBM: (data, hidden) -> (W, b, c).

    Returns:
        The layers, from the bottom up.
    """
    stack, data = [], X
    for size in sizes:
        W, b, c = fit(data, size)
        stack.append((W, b, c))
        # Probabilities keep the grey values that a draw would throw away.
        data = sigmoid(data @ W + c)
    return stack


def transform(
    stack: list[Layer], X: np.ndarray, depth: int | None = None
) -> np.ndarray:
    """Return the hidden probabilities of a layer.

    Args:
        stack: layers (W, b, c), from the bottom up.
        X: data, shape (N, D).
        depth: how many layers to climb; all by default.

    Returns:
        Probabilities, shape (N, units of that layer).
    """
    data = X
    for W, _, c in stack[:depth]:
        data = sigmoid(data @ W + c)
    return data
