"""Adds rewards without their probability.

A reward that comes in one case of three is worth a third of it. Outcomes
count as a whole.

Lesson: rl/bellman#states-actions-chances
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def value_iteration(P, gamma, tolerance):
    rewards, flow = _arrays(P)
    V = np.zeros(len(P))
    while True:
        Q = rewards + gamma * flow @ V
        better = Q.max(axis=1)
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return (V, (rewards + gamma * flow @ V).argmax(axis=1))


def _arrays(P):
    states, actions = (len(P), len(P[0]))
    rewards = np.zeros((states, actions))
    flow = np.zeros((states, actions, states))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                rewards[s, a] += reward
                if not terminated:
                    flow[s, a, after] += chance
    return (rewards, flow)
