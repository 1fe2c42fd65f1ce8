"""Adds up the changes with their signs.

One state rising by 1 and another falling by 1 sum to 0, and the loop ends at
once. Take absolute values before you combine them.

Lesson: rl/bellman#sweeping
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def evaluate_exact(P, policy, gamma):
    rewards, flow = _under(P, policy)
    return np.linalg.solve(np.eye(len(P)) - gamma * flow, rewards)


def evaluate_by_sweeps(P, policy, gamma, tolerance):
    rewards, flow = _under(P, policy)
    V = np.zeros(len(P))
    while True:
        better = rewards + gamma * flow @ V
        change = np.abs((better - V).sum())
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
