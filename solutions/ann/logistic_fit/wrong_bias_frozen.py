"""Never moves the bias.

With the bias at 0 the boundary has to pass through the origin, wherever the
data lie. On centred data you may not notice. Everything the loss depends on
needs its own slope and its own move.

Lesson: ann/gradient_descent#downhill
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
    return w, float(b), losses
