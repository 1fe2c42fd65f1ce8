"""Lets news of the next episode travel into this one.

The row after a boundary belongs to another episode. What happened there was
not caused here.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    later = np.where(terminated, 0.0, next_values)
    errors = rewards + gamma * later - values
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        carry = errors[t] + gamma * lam * carry
        advantages[t] = carry
    return advantages
