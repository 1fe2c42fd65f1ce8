"""Keeps the weights as a column, so scores and labels make a table.

With weights of shape (D, 1) the scores have shape (N, 1). Subtracting labels
of shape (N,) gives N × N errors without a word, each probability less
everybody's label, and the weights come back with the wrong shape. Print the
shape of the errors: it has to be (N,).

Lesson: ann/layers#broadcasting
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros((X.shape[1], 1)), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w**2).sum()))
        errors = np.exp(-np.logaddexp(0.0, -scores)) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
