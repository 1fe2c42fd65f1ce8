"""Divides e^s by 1 + e^s, which is infinity by infinity for large scores.

Both forms of the sigmoid are equal on paper. On a machine e^1000 is infinite,
infinity over infinity is NaN, and from then on every weight is NaN. Which sign
the exponent has for a large positive score decides whether it overflows or
vanishes.

Lesson: ann/smooth_units#exponentials-that-only-shrink
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(scores) / (1 + np.exp(scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
