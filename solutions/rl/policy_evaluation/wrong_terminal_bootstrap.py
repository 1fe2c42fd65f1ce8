"""Adds the value of the next state after steps that end the episode.

The flag says that nothing follows, whatever state the table names there.
Gymnasium lists an ordinary state as the next one even for the last step; its
value does not count. Look at an action whose outcomes all end: it is worth
its mean reward.

Lesson: rl/bellman#what-the-flag-is-for
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
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V


def _under(P, policy):
    states, actions = policy.shape
    rewards, flow = (np.zeros(states), np.zeros((states, states)))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, _terminated in P[s][a]:
                weight = policy[s, a] * chance
                rewards[s] += weight * reward
                flow[s, after] += weight
    return (rewards, flow)
