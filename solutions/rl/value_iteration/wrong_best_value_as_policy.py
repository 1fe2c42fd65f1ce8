"""Returns the value of the best action as the policy, not its number.

`max` tells how much the best action is worth, `argmax` which one it is. A
policy has to say what to do.

Lesson: rl/bellman#better-by-one-look-ahead
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def value_iteration(
    P: Table, gamma: float, tolerance: float
) -> tuple[np.ndarray, np.ndarray]:
    rewards, flow = _arrays(P)
    V = np.zeros(len(P))
    while True:
        Q = rewards + gamma * flow @ V
        better = Q.max(axis=1)
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V, (rewards + gamma * flow @ V).max(axis=1)


def _arrays(P):
    states, actions = len(P), len(P[0])
    rewards = np.zeros((states, actions))
    flow = np.zeros((states, actions, states))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                rewards[s, a] += chance * reward
                if not terminated:
                    flow[s, a, after] += chance
    return rewards, flow
