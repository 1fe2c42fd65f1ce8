"""Leaves λ out.

The sum then is the return less the value, with all the noise of the whole
episode, whatever λ was asked for.

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
        carry = errors[t] + gamma * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
