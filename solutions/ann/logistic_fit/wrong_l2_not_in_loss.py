"""Descends with the penalty but reports the loss without it.

The weights are right, the curve is not: it shows a quantity that nobody
minimises. Near the end such a curve may rise although every step is downhill,
and you would look for a bug in the wrong place. The loss that is reported is
the loss whose slope is followed.

Lesson: ann/gradient_descent#keeping-weights-small
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
