r"""Differentiates the target as well as the prediction.

The weights moved along $\mathbf{x} - \gamma \mathbf{x}'$. That is the whole
gradient of the squared error, and it lets the future give way to the present:
the target moves down to meet the prediction. TD takes half a gradient on
purpose.

Lesson: rl/approximation#half-a-gradient
"""

import numpy as np


def td_step(w, X, rewards, X_next, terminated, gamma, rate):
    later = np.where(terminated, 0.0, X_next @ w)
    errors = rewards + gamma * later - X @ w
    slopes = X - gamma * np.where(terminated[:, None], 0.0, X_next)
    return (w + rate * slopes.T @ errors / len(X), errors)
