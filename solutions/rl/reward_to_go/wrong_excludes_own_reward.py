"""Leaves out the reward for the step itself.

$r_t$ is what step $t$ earned, so it is the first term of $G_t$, with weight
1. Without it the last step of an episode is worth 0, and every other one is
paid one step late.

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
        returns[t] = gamma * future
        future = rewards[t] + gamma * future
    return returns
