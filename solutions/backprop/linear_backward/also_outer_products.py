"""Another right way: one outer product per sample, then their sum."""

import numpy as np


def linear_backward(X, W, dY):
    shares = X[:, :, np.newaxis] * dY[:, np.newaxis, :]
    ways = dY[:, np.newaxis, :] * W[np.newaxis, :, :]
    return [ways.sum(axis=2), shares.sum(axis=0), np.add.reduce(dY)]
