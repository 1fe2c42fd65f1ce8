"""Stops at time limits alone and sums on across a true end.

The record holds several episodes in a row. After a true end nothing comes any
more, and the next step of the record belongs to another episode.

Lesson: rl/returns#two-ways-to-stop
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
        if cut[t]:
            future = known[t]
        future = rewards[t] + gamma * future
        returns[t] = future
    return returns
