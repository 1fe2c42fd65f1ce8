"""The last step, then the rest with what it brought."""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    alive = 1.0 - terminated.astype(float)
    whole = alive * (1.0 - truncated.astype(float))
    deltas = rewards + gamma * next_values * alive - values
    found = [deltas[-1]]
    for delta, open_ in zip(deltas[-2::-1], whole[-2::-1], strict=True):
        found.append(delta + gamma * lam * open_ * found[-1])
    return np.array(found[::-1])
