"""Takes the logarithm of a probability that has rounded to 0.

The sigmoid of 40 is exactly 1 in float64, so 1 - p is 0 and its logarithm
minus infinity. Multiplied by a label of 0 it becomes NaN even for samples that
are right. The loss can be written with scores alone, and then no probability
has to be taken apart again.

Lesson: ann/gradient_descent#the-slope-of-the-log-loss
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        p = np.exp(-np.logaddexp(0.0, -scores))
        data_loss = -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
