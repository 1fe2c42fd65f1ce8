"""The price of being busy."""

import numpy as np

EDGE = 1e-6


def sparse_penalty(H: np.ndarray, rho: float) -> tuple[float, np.ndarray]:
    """Return the sparsity penalty of activities, and its gradient.

    Args:
        H: activities from 0 to 1, shape (N, K).
        rho: the wanted mean activity of each unit.

    Returns:
        The penalty, a float, and its gradient by H, shape (N, K).
    """
    # TODO: means of units, the divergence of each, and the slope.
    raise NotImplementedError
