"""TD(lambda): one surprise corrects all states that led to it."""

from collections.abc import Iterable

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(
    V: np.ndarray,
    steps: Iterable[Step],
    alpha: float,
    gamma: float,
    lam: float,
) -> np.ndarray:
    """Return the values after learning from a record, step by step.

    Args:
        V: estimated value of each state, shape (S,); stays as it was.
        steps: (state, reward, next state, terminated, truncated) of each
            step, of one or more episodes in a row.
        alpha: step size.
        gamma: the discount, from 0 to 1.
        lam: how far a surprise reaches back, from 0 to 1.

    Returns:
        Values, shape (S,), float64.
    """
    # TODO: per step: surprise, traces, values; and what happens at an
    # end?
    raise NotImplementedError
