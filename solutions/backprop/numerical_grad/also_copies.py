"""Another right way: a fresh copy of x for every question."""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    def moved(index, by):
        point = np.array(x, dtype=float)
        point[index] += by
        return point

    gradient = np.zeros_like(x, dtype=float)
    for index, _ in np.ndenumerate(x):
        rise = f(moved(index, h)) - f(moved(index, -h))
        gradient[index] = rise / (2.0 * h)
    return gradient
