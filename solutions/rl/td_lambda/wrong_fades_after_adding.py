"""Fades the trace of the state just left as well.

Its trace is 1 at the moment of the surprise: it has just been left. Fade the
old traces first, then add 1.

Lesson: rl/learning_from_episodes#traces
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        future = 0.0 if terminated else V[after]
        surprise = reward + gamma * future - V[state]
        trace[state] += 1.0
        trace *= gamma * lam
        V += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
