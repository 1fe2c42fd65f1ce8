"""Writes log(1 + e^s) as it stands, so a large score gives an infinite loss.

The exponential of 710 is already infinite in float64. The loss of a sample
with score 1000 and label 1 should be 0, and comes out as infinity less 1000,
which is infinity. Take the larger of the two terms out of the logarithm, as
for the log-sum-exp.

Lesson: ann/what_to_minimise#straight-from-logits
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.log(1 + np.exp(scores)) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
