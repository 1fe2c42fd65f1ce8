"""Takes the mean over the actions instead of the best.

That is the value of an agent which throws a die at every step. The best agent
takes the best action, so its value has a maximum.

Lesson: rl/bellman#value-iteration
"""

import numpy as np


def value_iteration(P, gamma, tolerance):
    states, actions = len(P), len(P[0])
    outcomes = np.array(
        [
            (s * actions + a, p, n, r, end)
            for s in range(states)
            for a in range(actions)
            for p, n, r, end in P[s][a]
        ]
    )
    row, after = outcomes[:, [0, 2]].T.astype(int)
    p, r, end = outcomes[:, [1, 3, 4]].T

    def look_ahead(V):
        worth = p * (r + gamma * (1 - end) * V[after])
        Q = np.bincount(row, worth, states * actions)
        return Q.reshape(states, actions)

    V = np.zeros(states)
    while True:
        better = look_ahead(V).mean(axis=1)
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V, look_ahead(V).argmax(axis=1)
