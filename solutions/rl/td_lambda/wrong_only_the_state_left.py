r"""Corrects the state just left and no other.

That is TD(0), right for $\lambda = 0$ only. With traces every state of the
episode learns from each surprise.

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
        V[state] += alpha * surprise
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
