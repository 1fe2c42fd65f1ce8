"""Changes the array that was passed.

The caller keeps the old values, to compare or to start another run from them.

Lesson: rl/learning_from_episodes#one-step-is-enough
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.asarray(V)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        future = 0.0 if terminated else V[after]
        surprise = reward + gamma * future - V[state]
        trace *= gamma * lam
        trace[state] += 1.0
        np.add(V, alpha * surprise * trace, out=V, casting="unsafe")
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
