"""Gives every step the return of the whole episode.

What an action earned came after it. Rewards from before are no merit of it.
The return of the last step is its own reward only.

Lesson: rl/returns#backward-in-one-pass
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
        future = rewards[t] + gamma * future
        returns[t] = future
        if t == 0 or terminated[t - 1] or cut[t - 1]:
            stop = t
            while not (terminated[stop] or cut[stop]):
                stop += 1
            returns[t : stop + 1] = future
    return returns
