"""Compares the labels with predicted classes instead of probabilities.

A class, 0 or 1, does not say how close a decision was. Samples on the right
side then pull no more, the others all pull alike, and the loss stays flat or
jumps: this is the perceptron's rule. The slope of the log-loss needs the
probability itself.

Lesson: ann/gradient_descent#the-slope-of-the-log-loss
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        scores = X @ w + b
        data_loss = (np.logaddexp(0.0, scores) - y * scores).mean()
        losses.append(float(data_loss + l2 / 2 * (w @ w)))
        errors = (scores > 0) - y
        w = w - lr * (X.T @ errors / len(y) + l2 * w)
        b = b - lr * errors.mean()
    return w, float(b), losses
