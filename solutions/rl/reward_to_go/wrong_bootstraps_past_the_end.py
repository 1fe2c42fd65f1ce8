"""Adds the believed value of the state after a true end.

After termination nothing comes: no reward will ever follow, so the value of
what follows is 0, whatever an estimate says of that state. Only an episode
that was cut off would have gone on.

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
        if terminated[t] or cut[t]:
            future = known[t]
        future = rewards[t] + gamma * future
        returns[t] = future
    return returns
