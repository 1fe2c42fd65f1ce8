"""Moves with the slope instead of against it, so the loss climbs.

The slope points to where the loss *grows*. Adding it makes every step worse
than the one before, however small the step size. That is how you tell this
mistake from a step size that is too large: make `lr` a thousand times smaller,
and a loss that still rises in every step has the wrong sign.

Lesson: ann/gradient_descent#downhill
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w + lr * (X.T @ errors / len(y) + l2 * w)
        b = b + lr * errors.mean()
    return w, float(b), losses
