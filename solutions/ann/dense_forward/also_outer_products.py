"""Another right way: feature by feature, from copies of the biases."""

import numpy as np


def dense(x, W, b):
    z = np.tile(b, (len(x), 1))
    for d in range(W.shape[0]):
        z = z + np.outer(x[:, d], W[d])
    return z
