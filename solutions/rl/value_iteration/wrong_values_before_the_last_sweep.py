"""Returns the values of the sweep before.

The last sweep is made; its values are the better ones. With a loose tolerance
the difference can be seen.

Lesson: rl/bellman#sweeping
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
        if change < tolerance:
            return (V, (rewards + gamma * flow @ V).argmax(axis=1))
        V = better


def _arrays(P):
    states, actions = (len(P), len(P[0]))
    rewards = np.zeros((states, actions))
    flow = np.zeros((states, actions, states))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                rewards[s, a] += chance * reward
                if not terminated:
                    flow[s, a, after] += chance
    return (rewards, flow)
