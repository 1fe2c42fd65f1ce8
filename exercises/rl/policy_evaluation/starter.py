"""The value of a policy: solved exactly, and by sweeps."""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def evaluate_exact(P: Table, policy: np.ndarray, gamma: float) -> np.ndarray:
    """Return the value of each state under a policy, by solving for all.

    Args:
        P: P[s][a] lists (probability, next state, reward, terminated).
        policy: probability of each action in each state, shape (S, A).
        gamma: the discount, from 0 to 1.

    Returns:
        Values, shape (S,).
    """
    # TODO: mean rewards and chances of moving; then one linear system.
    raise NotImplementedError


def evaluate_by_sweeps(
    P: Table, policy: np.ndarray, gamma: float, tolerance: float
) -> np.ndarray:
    """Return the values that sweeping from zeros comes to.

    Args:
        P: P[s][a] lists (probability, next state, reward, terminated).
        policy: probability of each action in each state, shape (S, A).
        gamma: the discount, from 0 to 1.
        tolerance: stop after a sweep that changed no value by this much.

    Returns:
        Values, shape (S,).
    """
    # TODO: the same equations, applied until no state changes much.
    raise NotImplementedError
