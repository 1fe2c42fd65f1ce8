"""Adds the value of the next state after a true end.

After the last step nothing follows, whatever is believed of the state it
names. A goal with a value of its own would feed on itself.

Lesson: rl/learning_from_episodes#one-step-is-enough
"""

import numpy as np

Step = tuple[int, float, int, bool, bool]


def td_lambda(V, steps, alpha, gamma, lam):
    V = np.array(V, dtype=np.float64)
    trace = np.zeros(len(V))
    for state, reward, after, terminated, truncated in steps:
        future = V[after]
        surprise = reward + gamma * future - V[state]
        trace *= gamma * lam
        trace[state] += 1.0
        V += alpha * surprise * trace
        if terminated or truncated:
            trace = np.zeros(len(V))
    return V
