"""Another right way: the whole Jacobian of each sample."""

import numpy as np


def contractive_penalty(X, W, b):
    total = 0.0
    for x in X:
        slope = 1 / (4 * np.cosh((x @ W + b) / 2) ** 2)
        total += np.linalg.norm(np.diag(slope) @ W.T) ** 2
    return total / len(X)
