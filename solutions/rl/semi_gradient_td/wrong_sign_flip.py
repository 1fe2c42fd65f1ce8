"""Moves away from the target.

The error is target less prediction. Where it is positive the prediction was
too low, and the weights must raise it.

Lesson: rl/approximation#a-step-toward-a-guess
"""

import numpy as np


def td_step(w, X, rewards, X_next, terminated, gamma, rate):
    later = np.where(terminated, 0.0, X_next @ w)
    errors = rewards + gamma * later - X @ w
    return (w - rate * X.T @ errors / len(X), errors)
