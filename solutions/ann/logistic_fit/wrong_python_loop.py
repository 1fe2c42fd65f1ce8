"""Walks over the samples in Python.

The numbers are right, but every sample of every step costs several calls of a
microsecond each. A fit takes thousands of steps. The scores of all samples are
one product, and so is the sum of their errors times their inputs.

Lesson: ann/layers#one-product-for-all-samples
"""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        total, slope_w, slope_b = 0.0, np.zeros(X.shape[1]), 0.0
        for x, truth in zip(X, y, strict=True):
            score = x @ w + b
            total += np.logaddexp(0.0, score) - truth * score
            error = np.exp(-np.logaddexp(0.0, -score)) - truth
            slope_w += error * x
            slope_b += error
        losses.append(float(total / len(y) + l2 / 2 * (w @ w)))
        w = w - lr * (slope_w / len(y) + l2 * w)
        b = b - lr * slope_b / len(y)
    return w, float(b), losses
