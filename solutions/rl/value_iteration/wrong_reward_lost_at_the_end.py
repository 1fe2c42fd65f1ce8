"""Leaves out the reward of the step that ends the episode.

On the lake that step pays the only reward there is. The flag is about what
comes after it.

Lesson: rl/bellman#what-the-flag-is-for
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
                if not terminated:
                    rewards[s, a] += chance * reward
                    flow[s, a, after] += chance
    return (rewards, flow)
