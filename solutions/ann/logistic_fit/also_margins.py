"""Another right way: labels -1 and +1, margins, an overflow that ends in 0."""

import numpy as np


def logistic_fit(X, y, lr, steps, l2):
    t = 2.0 * y - 1.0
    w, b = np.zeros((X.shape[1],)), 0.0
    losses = []
    while len(losses) < steps:
        margin = t * (X.dot(w) + b)
        penalty = 0.5 * l2 * np.linalg.norm(w) ** 2
        losses.append(float(np.average(np.logaddexp(0, -margin)) + penalty))
        with np.errstate(over="ignore"):
            pull = t / (1.0 + np.exp(margin))
        w = (1 - lr * l2) * w + lr * (X * pull[:, None]).mean(axis=0)
        b += lr * pull.mean()
    return (w, b, losses)
