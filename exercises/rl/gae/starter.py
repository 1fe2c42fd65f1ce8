"""Generalised advantage estimation."""

import numpy as np


def gae(
    rewards: np.ndarray,
    values: np.ndarray,
    next_values: np.ndarray,
    terminated: np.ndarray,
    truncated: np.ndarray,
    gamma: float,
    lam: float,
) -> np.ndarray:
    """Return the advantage of every step.

    Args:
        rewards: one row per time step, shape (T,) or (T, n).
        values: of the states that were left, the same shape.
        next_values: of the states that were reached, the same shape.
        terminated: whether the episode ended there, bool.
        truncated: whether it was stopped there, bool.
        gamma: discount.
        lam: how far news travels back, from 0 to 1.
    """
    # TODO: the TD errors of all steps; then from the last step to the first,
    # with a carry that stops at boundaries.
    raise NotImplementedError
