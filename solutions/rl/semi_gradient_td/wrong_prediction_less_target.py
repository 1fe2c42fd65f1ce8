"""Returns prediction less target as the error.

The step still goes the right way, because the sign was turned there too. But
whoever reads the errors, as an advantage or for a plot, sees good news as bad.

Lesson: rl/approximation#a-step-toward-a-guess
"""

import numpy as np


def td_step(w, X, rewards, X_next, terminated, gamma, rate):
    later = np.where(terminated, 0.0, X_next @ w)
    errors = X @ w - rewards - gamma * later
    return (w - rate * X.T @ errors / len(X), errors)
