"""Adds up all changes and makes them when the record is over.

That is the offline form. Here each step already uses what the steps before it
have taught.

Lesson: rl/learning_from_episodes#one-step-is-enough
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    change = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        future = 0.0 if terminated else V[after]
        surprise = reward + gamma * future - V[state]
        trace *= gamma * lam
        trace[state] += 1.0
        change += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V + change
