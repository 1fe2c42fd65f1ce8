r"""Lets news fade by λ alone.

A step further away is discounted as well: the factor is $\gamma\lambda$.

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
        carry = errors[t] + lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
