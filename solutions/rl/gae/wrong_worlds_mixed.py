"""Lets one world's ending stop all of them.

Each column has boundaries of its own. Mask with the row of flags, not with
whether any is set.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    later = np.where(terminated, 0.0, next_values)
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        carry = errors[t] + gamma * lam * carry * np.all(goes_on[t])
        advantages[t] = carry
    return advantages
