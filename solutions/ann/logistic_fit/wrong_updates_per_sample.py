"""Moves after every single sample instead of once per pass over all.

That is another method, stochastic gradient descent: N small moves per pass,
each at weights that the last sample has changed, so the result depends on the
order of the rows. Here a step uses the mean slope over all samples, taken at
the same weights and bias.

Lesson: ann/gradient_descent#downhill
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        for x, truth in zip(X, y, strict=True):
            error = np.exp(-np.logaddexp(0.0, -(x @ w + b))) - truth
            w = w - lr * (x * error + l2 * w)
            b = b - lr * error
    return w, float(b), losses
