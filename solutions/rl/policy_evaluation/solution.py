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
    rewards, flow = _under(P, policy)
    return np.linalg.solve(np.eye(len(P)) - gamma * flow, rewards)


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
    rewards, flow = _under(P, policy)
    V = np.zeros(len(P))
    while True:
        better = rewards + gamma * flow @ V
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V


def _under(P, policy):
    """Return the mean reward of each state, and where its steps lead.

    Steps that end the episode lead nowhere, so rows may sum to less than 1.
    """
    states, actions = policy.shape
    rewards, flow = np.zeros(states), np.zeros((states, states))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                weight = policy[s, a] * chance
                rewards[s] += weight * reward
                if not terminated:
                    # One state may be listed several times: add.
                    flow[s, after] += weight
    return rewards, flow
