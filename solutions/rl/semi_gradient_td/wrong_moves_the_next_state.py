"""Moves the value of the state reached, not of the state left.

The surprise is about the prediction that was made, so the features of the
state that was *left* get the step.

Lesson: rl/approximation#a-step-toward-a-guess
"""

import numpy as np


def td_step(w, X, rewards, X_next, terminated, gamma, rate):
    later = np.where(terminated, 0.0, X_next @ w)
    errors = rewards + gamma * later - X @ w
    return (w + rate * X_next.T @ errors / len(X), errors)
