"""Takes the next row's value for that of the next state.

At a truncation the next row is the *start* of another episode. `next_values`
holds the state that was really reached.

Lesson: rl/ppo#between-one-step-and-the-whole-game
"""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    shifted = np.concatenate((values[1:], next_values[-1:]))
    later = np.where(terminated, 0.0, shifted)
    errors = rewards + gamma * later - values
    goes_on = ~(terminated | truncated)
    advantages = np.empty_like(errors)
    carry = 0.0
    for t in reversed(range(len(errors))):
        carry = errors[t] + gamma * lam * np.where(goes_on[t], carry, 0.0)
        advantages[t] = carry
    return advantages
