"""Drops the value of the next state at a time limit.

The world was stopped, not over. With the value gone, a perfectly healthy state
looks like a fall.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    later = np.where(terminated | truncated, 0.0, next_values)
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        carry = errors[t] + gamma * lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
