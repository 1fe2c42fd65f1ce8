"""Another right way: the bias as the weight of a feature that is always 1."""

import numpy as np


def dense(x, W, b):
    ones = np.ones((x.shape[0], 1), dtype=x.dtype)
    return np.dot(np.hstack([ones, x]), np.vstack([b, W]))
