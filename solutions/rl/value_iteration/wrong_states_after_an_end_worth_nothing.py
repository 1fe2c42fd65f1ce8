"""Sets the value of every state in which an episode has ended to 0.

The flag belongs to a step, not to a state. The state that the step names may
be reached by other steps that go on, and then it has a value of its own.

Lesson: rl/bellman#what-the-flag-is-for
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def value_iteration(
    P: Table, gamma: float, tolerance: float
) -> tuple[np.ndarray, np.ndarray]:
    rewards, flow = _arrays(P)
    ends = _ends(P)
    V = np.zeros(len(P))
    while True:
        Q = rewards + gamma * flow @ V
        better = Q.max(axis=1)
        better[ends] = 0.0
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V, (rewards + gamma * flow @ V).argmax(axis=1)


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


def _ends(P):
    """Return the states that a step reaches with the flag set."""
    rows = [P[s][a] for s in range(len(P)) for a in range(len(P[0]))]
    return sorted({n for row in rows for _, n, _, ended in row if ended})
