"""Another right way: the bias as the weight of an input that is always 1."""

import numpy as np


def linear_backward(X, W, dY):
    ones = np.ones((X.shape[0], 1), dtype=X.dtype)
    both = np.dot(dY.T, np.hstack([X, ones])).T
    return np.dot(W, dY.T).T, both[:-1], both[-1]
