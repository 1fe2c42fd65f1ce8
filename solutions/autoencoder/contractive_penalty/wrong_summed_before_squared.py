"""Adds the weights of a unit and squares the sum.

Slopes of 1 and -1 by two inputs would cancel, although the unit reacts to both.

Lesson: autoencoder/sparse#codes-that-stand-still
"""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = (H * (1 - H)) ** 2
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float((steep @ W.sum(axis=0) ** 2).mean())
