r"""Starts from 1 in every state instead of 0.

With $\gamma < 1$ any start comes to the same end, in more sweeps. With
$\gamma = 1$ it does not: a state that leads only to itself keeps what it was
given. And the first quiet sweep comes at another time.

Lesson: rl/bellman#value-iteration
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def value_iteration(P, gamma, tolerance):
    rewards, flow = _arrays(P)
    V = np.ones(len(P))
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
                if not terminated:
                    flow[s, a, after] += chance
    return (rewards, flow)
