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
    later = np.where(terminated, 0.0, next_values)
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        # What a later episode brought is no news for this one.
        carry = errors[t] + gamma * lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
