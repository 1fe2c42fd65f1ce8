"""Divides the penalty by the number of samples.

Some books write λ/(2N) and others λ/2, so the same λ means different things.
In this task the penalty is not divided by N. Keep the definition of loss and
slope in view and check that every term of one has its counterpart in the
other.

Lesson: ann/gradient_descent#keeping-weights-small
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w) / len(y)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w / len(y))
        b = b - lr * errors.mean()
    return w, float(b), losses
