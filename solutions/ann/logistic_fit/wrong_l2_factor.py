"""Takes 2λw as the slope of the penalty, twice what it is.

The penalty in the loss is λ/2 times the sum of squares, and its slope is λw:
the half is there to cancel the 2 of the square. Loss and slope must belong
together. With the factor wrong the descent minimises something other than the
loss it reports, and settles where the reported loss still has a slope.

Lesson: ann/gradient_descent#keeping-weights-small
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + 2 * l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
