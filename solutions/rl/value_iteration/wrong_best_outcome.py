"""Takes the best outcome of an action instead of the mean.

The agent chooses the action; the ice chooses the outcome. A maximum over
outcomes is the value of an agent that never slips unless it wants to.

Lesson: rl/bellman#states-actions-chances
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def value_iteration(P, gamma, tolerance):
    V = np.zeros(len(P))
    while True:
        Q = _hope(P, gamma, V)
        better = Q.max(axis=1)
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return (V, _hope(P, gamma, V).argmax(axis=1))


def _hope(P, gamma, V):
    return np.array(
        [
            [
                max(
                    (
                        r + (0 if end else gamma * V[n])
                        for _, n, r, end in P[s][a]
                    )
                )
                for a in range(len(P[0]))
            ]
            for s in range(len(P))
        ]
    )


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
