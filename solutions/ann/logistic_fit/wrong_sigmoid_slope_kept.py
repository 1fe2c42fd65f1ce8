"""Multiplies the errors by p(1 − p), the slope of the sigmoid.

That factor belongs to squared error on probabilities. With the log-loss it
cancels: the logarithm contributes exactly its reciprocal, and p - y is left.
Kept, it makes the slope vanish for samples that are sure and wrong, the very
ones that should move most. Compare the first step: yours is a quarter of it.

Lesson: ann/gradient_descent#the-slope-of-the-log-loss
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        p = np.exp(-np.logaddexp(0.0, -scores))
        errors = (p - y) * p * (1 - p)
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
