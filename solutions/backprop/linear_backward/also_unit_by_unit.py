"""Another right way: a loop over the units, which are few."""

import numpy as np


def linear_backward(X, W, dY):
    dX = np.zeros_like(X)
    dW = np.empty_like(W)
    db = np.empty_like(W[0])
    for h in range(W.shape[1]):
        slope = dY[:, h]
        dX += np.outer(slope, W[:, h])
        dW[:, h] = slope @ X
        db[h] = slope.sum()
    return dX, dW, db
