"""Clears the traces before the last step has been learned from.

The surprise of the last step of an episode, often the only one that is large,
then corrects nothing at all. First the values, and then the traces go.

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
        trace *= gamma * lam
        trace[state] += 1.0
        if terminated or truncated:
            trace[:] = 0.0
        V += alpha * surprise * trace
    return V
