r"""Forgets the discount.

Without $\gamma$ a reward in a hundred steps counts like one now. Try a
discount of 0: each return must be the reward of its own step.

Lesson: rl/returns#what-gamma-means
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
        future = rewards[t] + future
        returns[t] = future
    return returns
