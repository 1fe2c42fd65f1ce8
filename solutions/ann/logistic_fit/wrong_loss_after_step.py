"""Notes the loss after each step instead of before it.

The list is shifted by one: it lacks the loss at the start, log 2 = 0.6931.
That number is worth seeing, because a first loss which differs from it shows a
mistake before any training has happened. Look at the order of noting and
moving inside the loop.

Lesson: ann/gradient_descent#downhill
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
    return w, float(b), losses
