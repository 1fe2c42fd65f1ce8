"""Another right way: nudges float64 arrays in place, and puts back."""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    x = x.astype(np.float64, copy=False)
    slopes = np.zeros(x.shape)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old - h
        low = f(x)
        x.flat[i] = old + h
        high = f(x)
        x.flat[i] = old
        slopes.flat[i] = 0.5 * (high - low) / h
    return slopes
