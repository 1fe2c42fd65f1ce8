"""Sets the value of every state in which an episode has ended to 0.

The flag belongs to a step, not to a state. The state that the step names may
be reached by other steps that go on, and then it has a value of its own.

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
            for chance, after, reward, terminated in P[s][a]:
                weight = policy[s, a] * chance
                rewards[s] += weight * reward
                if not terminated:
                    flow[s, after] += weight
    rows = [P[s][a] for s in range(states) for a in range(actions)]
    ends = sorted({n for row in rows for _, n, _, ended in row if ended})
    rewards[ends], flow[ends] = 0.0, 0.0
    return (rewards, flow)
