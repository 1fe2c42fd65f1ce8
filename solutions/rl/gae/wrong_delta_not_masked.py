"""Adds the value of a state after the end.

After a termination nothing is paid any more. The critic's opinion of that row
is noise, and it is bootstrapped on.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    later = next_values
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        carry = errors[t] + gamma * lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
