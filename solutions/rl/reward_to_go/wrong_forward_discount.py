r"""Discounts by the position in the record, counted from its start.

The reward of step $k$ has the weight $\gamma^{k-t}$ in the return of step
$t$: seen from there, its own reward is not discounted at all. Compare the
last return of an episode with its last reward: they are equal.

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
        start = t
        while start and (not (terminated[start - 1] or cut[start - 1])):
            start -= 1
        future = gamma ** (t - start) * rewards[t] + future
        returns[t] = future
    return returns
