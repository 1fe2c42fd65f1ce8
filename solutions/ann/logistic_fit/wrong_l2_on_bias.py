"""Lets the penalty pull on the bias as well.

The bias says how common class 1 is when all inputs are 0. Pulling it towards 0
ties the boundary to the origin: shift all data by 10 and the fit gets worse,
although nothing else has changed. The penalty is for the weights, which decide
how sharply the answer reacts to the inputs.

Lesson: ann/gradient_descent#keeping-weights-small
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
        b = b - lr * (errors.mean() + l2 * b)
    return w, float(b), losses
