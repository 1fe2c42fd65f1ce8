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
    Q = np.zeros((len(P), len(P[0])))
    for s in range(len(P)):
        for a in range(len(P[0])):
            for chance, after, reward, terminated in P[s][a]:
                future = 0.0 if terminated else V[after]
                Q[s, a] += chance * (reward + gamma * future)
    return Q


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
    states, actions = len(P), len(P[0])
    policy = np.zeros(states, dtype=np.int64)
    judged = []
    while True:
        judged.append(policy)
        V = evaluate_exact(P, np.eye(actions)[policy], gamma)
        Q = action_values(P, V, gamma)
        # Changing only where it pays: actions that tie, up to rounding, would
        # otherwise take turns for ever.
        pays = Q.max(axis=1) > Q[np.arange(states), policy] + 1e-9
        if not pays.any():
            return policy, V, judged
        policy = np.where(pays, Q.argmax(axis=1), policy)
