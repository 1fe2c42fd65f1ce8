"""Clips the probabilities, which cuts the loss off at 27.63.

A sample with score -1000 and label 1 costs 1000. Clipped at 1e-12 it costs
27.63, and so does one with score -30: the curve hides how wrong the worst
samples are. The clip treats a symptom. Written with the scores, the loss needs
no guard.

Lesson: ann/gradient_descent#the-slope-of-the-log-loss
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        p = np.clip(np.exp(-np.logaddexp(0.0, -scores)), 1e-12, 1 - 1e-12)
        data_loss = -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
