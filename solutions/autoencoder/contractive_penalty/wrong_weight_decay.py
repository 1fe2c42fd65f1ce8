"""Adds up squared weights, and leaves out how steep the units are.

Large weights do no harm where the sigmoid is flat. The penalty would not depend on the
samples at all.

Lesson: autoencoder/sparse#codes-that-stand-still
"""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = np.ones_like(H)
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float((steep @ (W**2).sum(axis=0)).mean())
