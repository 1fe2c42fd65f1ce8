"""Sums on across a time limit.

After a cut the next step of the record belongs to a new episode that started
somewhere else. The sum has to stop there just as at an end; only what is put
in place of the rest differs.

Lesson: rl/returns#two-ways-to-stop
"""

import numpy as np


def reward_to_go(rewards, terminated, gamma, truncated=None, after=None):
    steps = len(rewards)
    cut = np.zeros(steps, bool)
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
        returns[t] = future
    return returns
