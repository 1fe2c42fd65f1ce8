"""Clears the traces after a true end only.

After a time limit the next step starts somewhere else, in a new episode. What
happens there is not due to the states before the cut.

Lesson: rl/learning_from_episodes#traces
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, _truncated in steps:
        future = 0.0 if terminated else V[after]
        surprise = reward + gamma * future - V[state]
        trace *= gamma * lam
        trace[state] += 1.0
        V += alpha * surprise * trace
        if terminated:
            trace = np.zeros(len(V))
    return V
