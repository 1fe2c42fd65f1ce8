"""Lets values flow back from behind the end.

The step into the goal ends the episode, but the table names a next state, and
for the cliff that state has steps of its own. Without the flag the agent
walks on from the goal for ever, and every value is wrong.

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
                rewards[s, a] += chance * reward
                flow[s, a, after] += chance * (terminated in (True, False))
    return (rewards, flow)
