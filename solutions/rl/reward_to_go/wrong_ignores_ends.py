"""Lets rewards flow back across the end of an episode.

The record holds several episodes in a row. What the next one brought has
nothing to do with this one, and gets into its returns if the sum runs on.
Look at the step just before an end.

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
        if t == steps - 1 and (not terminated[t]):
            future = known[t]
        future = rewards[t] + gamma * future
        returns[t] = future
    return returns
