"""Gives whole numbers for rewards that are whole numbers.

A discounted sum is hardly ever whole, and an array of integers drops all that
comes after the point, without a word.

Lesson: rl/returns#backward-in-one-pass
"""

import numpy as np


def reward_to_go(rewards, terminated, gamma, truncated=None, after=None):
    steps = len(rewards)
    cut = np.zeros(steps, bool) if truncated is None else np.array(truncated)
    cut[-1:] = True
    known = np.zeros(steps) if after is None else after
    returns = np.zeros(steps, rewards.dtype)
    future = 0.0
    for t in reversed(range(steps)):
        if terminated[t]:
            future = 0.0
        elif cut[t]:
            future = known[t]
        future = rewards[t] + gamma * future
        returns[t] = future
    return returns
