"""Overwrites values as it goes; dictionaries and loops."""

import numpy as np


def value_iteration(P, gamma, tolerance):
    value = dict.fromkeys(range(len(P)), 0.0)

    def worth(s, a):
        total = 0.0
        for p, s2, r, done in P[s][a]:
            total += p * r
            if not done:
                total += p * gamma * value[s2]
        return total

    moved = float("inf")
    while moved >= tolerance:
        moved = 0.0
        for s in value:
            new = max(worth(s, a) for a in range(len(P[s])))
            moved = max(moved, abs(new - value[s]))
            value[s] = new
    plan = []
    for s in value:
        scores = [worth(s, a) for a in range(len(P[s]))]
        plan.append(scores.index(max(scores)))
    return np.array(list(value.values())), np.array(plan)
