"""Sums the rewards before each step instead of those that come.

What a step has brought in can only come after it. A sum that is carried
forward in time credits a step with rewards it had no part in; a return is
summed from the end of the record back.

Lesson: rl/returns#backward-in-one-pass
"""

import numpy as np


def reward_to_go(rewards, terminated, gamma, truncated=None, after=None):
    steps = len(rewards)
    cut = np.zeros(steps, bool) if truncated is None else truncated
    kind = rewards.dtype if rewards.dtype.kind == "f" else np.float64
    returns = np.zeros(steps, kind)
    past = 0.0
    for t in range(steps):
        past = rewards[t] + gamma * past
        returns[t] = past
        if terminated[t] or cut[t]:
            past = 0.0
    return returns
