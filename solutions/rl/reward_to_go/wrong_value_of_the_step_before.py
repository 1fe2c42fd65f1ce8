"""Takes the value of the state the step started from.

`after[t]` already belongs to the state that step $t$ led to. Shifting it by
one takes the value of the state before, and the rewards of that step are
counted twice.

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
            future = known[t - 1]
        future = rewards[t] + gamma * future
        returns[t] = future
    return returns
