"""Puts the trace on the state that was reached.

The surprise says that the state which was *left* is worth more or less than
you thought. The one reached is judged by the next step.

Lesson: rl/learning_from_episodes#one-step-is-enough
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        future = 0.0 if terminated else V[after]
        surprise = reward + gamma * future - V[state]
        trace *= gamma * lam
        trace[after] += 1.0
        V += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
