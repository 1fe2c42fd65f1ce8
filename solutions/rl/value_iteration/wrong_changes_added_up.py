"""Adds up the changes of all states.

The tolerance is for each state alone. A sum grows with the number of states:
where there are many, the loop goes on long after each of them has come to
rest.

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
        change = np.abs(better - V).sum()
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
                rewards[s, a] += chance * reward
                if not terminated:
                    flow[s, a, after] += chance
    return (rewards, flow)
