"""No trace: every surprise goes back over the visits of the episode."""

import numpy as np


def td_lambda(V, steps, alpha, gamma, lam):
    values = [float(v) for v in V]
    visited = []
    for s, r, s2, terminated, truncated in steps:
        visited.append(s)
        target = r if terminated else r + gamma * values[s2]
        delta = target - values[s]
        for back, earlier in enumerate(reversed(visited)):
            values[earlier] += alpha * delta * (gamma * lam) ** back
        if terminated or truncated:
            visited.clear()
    return np.array(values)
