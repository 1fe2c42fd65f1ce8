"""Discounts the reward of the step.

The reward has come; only what follows is later.

Lesson: rl/learning_from_episodes#one-step-is-enough
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        future = 0.0 if terminated else V[after]
        surprise = gamma * (reward + future) - V[state]
        trace *= gamma * lam
        trace[state] += 1.0
        V += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
