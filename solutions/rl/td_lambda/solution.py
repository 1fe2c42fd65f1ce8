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
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        # After a true end nothing follows; after a time limit something would.
        future = 0.0 if terminated else V[after]
        surprise = reward + gamma * future - V[state]
        trace *= gamma * lam
        trace[state] += 1.0
        V += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
