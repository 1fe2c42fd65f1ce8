"""Uses the look ahead of the exercise before."""

import numpy as np

from tutor.yours import action_values


def value_iteration(P, gamma, tolerance):
    V, gap = np.zeros(len(P)), np.inf
    while gap >= tolerance:
        Q = action_values(P, V, gamma)
        gap = float(abs(Q.max(1) - V).max())
        V = Q.max(1)
    return V, np.argmax(action_values(P, V, gamma), 1)
