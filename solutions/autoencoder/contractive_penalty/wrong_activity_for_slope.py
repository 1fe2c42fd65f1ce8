"""Takes the activity for the slope.

The derivative of a sigmoid is h (1 - h): greatest in the middle, and zero at both ends.

Lesson: autoencoder/sparse#codes-that-stand-still
"""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = H**2
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float((steep @ (W**2).sum(axis=0)).mean())
