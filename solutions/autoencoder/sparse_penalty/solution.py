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
    # One mean for each unit, over samples; kept off 0 and 1.
    busy = np.clip(H.mean(axis=0), EDGE, 1 - EDGE)
    on = rho * np.log(rho / busy)
    off = (1 - rho) * np.log((1 - rho) / (1 - busy))
    slope = (1 - rho) / (1 - busy) - rho / busy
    # Every sample has a share of 1/N in its unit's mean.
    return float((on + off).sum()), np.tile(slope / len(H), (len(H), 1))
