"""Another right way: one flat index, and points built anew each time."""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    slopes = []
    for unit in np.eye(x.size):
        step = h * unit.reshape(x.shape)
        slopes.append((f(x + step) - f(x - step)) / h / 2)
    return np.array(slopes).reshape(x.shape)
