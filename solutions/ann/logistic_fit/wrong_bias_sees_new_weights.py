"""Moves the weights first and takes the bias' slope at the new weights.

Both slopes are defined at one point, the one where the step starts.
Recomputing the errors after half of the move mixes two points. It often works,
which is why it stays unnoticed, but it is not gradient descent: the first bias
is off from the start.

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
        errors = np.exp(-np.logaddexp(0.0, -(X @ w + b))) - y
        b = b - lr * errors.mean()
    return w, float(b), losses
