"""Value iteration: the best action in every sweep."""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def value_iteration(
    P: Table, gamma: float, tolerance: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the best values and a policy that reaches them.

    Args:
        P: P[s][a] lists (probability, next state, reward, terminated).
        gamma: the discount, from 0 to 1.
        tolerance: stop after a sweep that changed no value by this much.

    Returns:
        Values (S,), and a best action for each state, whole numbers (S,).
    """
    # TODO: sweep with the best action until quiet, then look ahead once
    # more.
    raise NotImplementedError
