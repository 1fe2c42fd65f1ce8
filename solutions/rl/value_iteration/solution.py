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
    rewards, flow = _arrays(P)
    V = np.zeros(len(P))
    while True:
        Q = rewards + gamma * flow @ V
        better = Q.max(axis=1)
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            # The policy looks ahead from the values that are returned.
            return V, (rewards + gamma * flow @ V).argmax(axis=1)


def _arrays(P):
    """Return mean rewards (S, A) and chances of going on (S, A, S)."""
    states, actions = len(P), len(P[0])
    rewards = np.zeros((states, actions))
    flow = np.zeros((states, actions, states))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                rewards[s, a] += chance * reward
                if not terminated:
                    flow[s, a, after] += chance
    return rewards, flow
