"""Judges each policy by a single sweep from zeros.

One sweep gives the mean next reward, and a policy that is good in the long
run looks no better than another. Judging means all the future: solve, or
sweep until it is quiet.

Lesson: rl/bellman#sweeping
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def action_values(P, V, gamma):
    Q = np.zeros((len(P), len(P[0])))
    for s in range(len(P)):
        for a in range(len(P[0])):
            for chance, after, reward, terminated in P[s][a]:
                future = 0.0 if terminated else V[after]
                Q[s, a] += chance * (reward + gamma * future)
    return Q


def policy_iteration(P, gamma):
    states, _actions = (len(P), len(P[0]))
    policy = np.zeros(states, dtype=np.int64)
    judged = []
    while True:
        judged.append(policy)
        V = action_values(P, np.zeros(states), gamma)[
            np.arange(states), policy
        ]
        Q = action_values(P, V, gamma)
        pays = Q.max(axis=1) > Q[np.arange(states), policy] + 1e-09
        if not pays.any():
            return (policy, V, judged)
        policy = np.where(pays, Q.argmax(axis=1), policy)
