"""Rewards to go: what each step of a record still brought in."""

import numpy as np


def reward_to_go(
    rewards: np.ndarray,
    terminated: np.ndarray,
    gamma: float,
    truncated: np.ndarray | None = None,
    after: np.ndarray | None = None,
) -> np.ndarray:
    """Return the discounted return from each step on.

    Args:
        rewards: one per step, of one or more episodes in a row, shape (T,).
        terminated: whether the episode ended after a step, bool (T,).
        gamma: the discount, from 0 to 1.
        truncated: whether it was cut off after a step, bool (T,); None for
            nowhere.
        after: estimated value of the state reached by each step, shape (T,);
            used where a record stops short of an end. None for zeros.

    Returns:
        Returns, shape (T,), of the dtype of the rewards.
    """
    # TODO: from the last step to the first; what comes after an end,
    # and what after a cut?
    raise NotImplementedError
