"""Looks at the next step's flag.

The flag of row t says whether the step of row t ended the episode. Shifted by
one, the boundary lies a step too early.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    later = np.where(terminated, 0.0, next_values)
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    goes_on = np.concatenate((goes_on[1:], np.ones_like(goes_on[:1])))
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        carry = errors[t] + gamma * lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
