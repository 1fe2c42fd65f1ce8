"""Walks from the first step to the last.

News travels from later to earlier, so the walk begins at the end.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    later = np.where(terminated, 0.0, next_values)
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in range(len(errors)):
        carry = errors[t] + gamma * lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
