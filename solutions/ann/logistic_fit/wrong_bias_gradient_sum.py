"""Averages the weights' slope over the samples but sums the bias' slope.

Weights and bias belong to the same loss, which is a mean over N samples, so
both slopes carry the same 1/N. With the sum the bias moves N times as fast as
the weights and swings to and fro, while the weights look right after one step.

Lesson: ann/gradient_descent#the-slope-of-the-log-loss
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.sum()
    return w, float(b), losses
