"""Adds up over samples.

The penalty then grows with the batch, and with it its weight against the error.

Lesson: autoencoder/sparse#codes-that-stand-still
"""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = (H * (1 - H)) ** 2
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float((steep @ (W**2).sum(axis=0)).sum())
