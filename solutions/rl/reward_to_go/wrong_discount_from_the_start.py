r"""Leaves the weight of the start of the episode in every return.

Summing $\gamma^k r_k$ from step $t$ on gives the return *seen from the first
step*. From step $t$ it has to be divided by $\gamma^t$. Look at a late step:
its return is too small by that factor.

Lesson: rl/returns#one-number-for-a-whole-future
"""

import numpy as np


def reward_to_go(rewards, terminated, gamma, truncated=None, after=None):
    steps = len(rewards)
    cut = np.zeros(steps, bool) if truncated is None else np.array(truncated)
    cut[-1:] = True
    known = np.zeros(steps) if after is None else after
    kind = rewards.dtype if rewards.dtype.kind == "f" else np.float64
    returns = np.zeros(steps, kind)
    future = 0.0
    for t in reversed(range(steps)):
        if terminated[t]:
            future = 0.0
        elif cut[t]:
            future = known[t]
        future = rewards[t] + gamma * future
        start = t
        while start and (not (terminated[start - 1] or cut[start - 1])):
            start -= 1
        returns[t] = gamma ** (t - start) * future
    return returns
