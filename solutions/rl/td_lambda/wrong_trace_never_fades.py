r"""Lets traces add up without fading.

A visit long ago deserves less of the credit than one just now: the weight
falls by $\gamma\lambda$ with each step.

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
        V += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
