"""Policy iteration: judge a policy, improve it, until nothing improves."""

from collections.abc import Mapping, Sequence

import numpy as np

from tutor.yours import evaluate_exact

Table = Sequence | Mapping


def action_values(P: Table, V: np.ndarray, gamma: float) -> np.ndarray:
    """Return what each action is worth if V is what follows.

    Args:
        P: P[s][a] lists (probability, next state, reward, terminated).
        V: value of each state, shape (S,).
        gamma: the discount, from 0 to 1.

    Returns:
        Reward and discounted value of what follows, shape (S, A).
    """
    # TODO: each action's outcomes, weighted by their chances.
    raise NotImplementedError


def policy_iteration(
    P: Table, gamma: float
) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """Return the best policy, its values, and every policy on the way.

    Args:
        P: P[s][a] lists (probability, next state, reward, terminated).
        gamma: the discount, at least 0 and less than 1.

    Returns:
        The best action in each state, whole numbers (S,); the values, (S,);
        and a list of all policies judged, from the one that always takes
        action 0 to the best one.
    """
    # TODO: judge, look one step ahead, change where it pays; repeat.
    raise NotImplementedError
