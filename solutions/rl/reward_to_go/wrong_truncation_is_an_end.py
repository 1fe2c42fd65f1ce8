"""Takes a time limit for an end.

A limit stops the record, not the world. Rewards would have gone on; leaving
them out makes a good state look bad whenever the clock runs out there. The
estimate of the state reached stands in for them.

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
        if terminated[t]:
            future = 0.0
        elif cut[t]:
            future = known[t] if t == steps - 1 else 0.0
        future = rewards[t] + gamma * future
        returns[t] = future
    return returns
