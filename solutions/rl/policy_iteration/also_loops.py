"""Everything in loops; judges by sweeping, to the last digits."""

import numpy as np


def worth(P, V, gamma, s, a):
    return sum(
        p * (r + (0 if over else gamma * V[n])) for p, n, r, over in P[s][a]
    )


def action_values(P, V, gamma):
    rows = [
        [worth(P, V, gamma, s, a) for a in range(len(P[s]))]
        for s in range(len(P))
    ]
    return np.array(rows)


def judge(P, plan, gamma):
    V = np.zeros(len(P))
    for _ in range(100000):
        new = np.array([worth(P, V, gamma, s, a) for s, a in enumerate(plan)])
        if np.max(np.abs(new - V)) < 1e-13:
            break
        V = new
    return new


def policy_iteration(P, gamma):
    plan, history = [0] * len(P), []
    stable = False
    while not stable:
        history.append(np.array(plan))
        V = judge(P, plan, gamma)
        stable = True
        for s in range(len(P)):
            options = [worth(P, V, gamma, s, a) for a in range(len(P[s]))]
            if max(options) > options[plan[s]] + 1e-8:
                plan[s] = options.index(max(options))
                stable = False
    return history[-1], V, history
