r"""Forgets the discount.

The value of the next state is one step away and counts $\gamma$ times.
Without it the values of a world without an end are infinite, and the system
has no solution. Here the matrix lacks the factor. Try a discount of 0.

Lesson: rl/bellman#the-value-of-a-policy
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def evaluate_exact(P, policy, gamma):
    rewards, flow = _under(P, policy)
    return np.linalg.solve(np.eye(len(P)) - flow, rewards)


def evaluate_by_sweeps(P, policy, gamma, tolerance):
    rewards, flow = _under(P, policy)
    V = np.zeros(len(P))
    while True:
        better = rewards + gamma * flow @ V
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V


def _under(P, policy):
    states, actions = policy.shape
    rewards, flow = (np.zeros(states), np.zeros((states, states)))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                weight = policy[s, a] * chance
                rewards[s] += weight * reward
                if not terminated:
                    flow[s, after] += weight
    return (rewards, flow)
