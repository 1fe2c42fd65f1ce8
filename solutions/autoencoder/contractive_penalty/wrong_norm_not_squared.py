"""Takes the root of the sum.

The penalty is the squared norm. The root has another slope, and none at zero.

Lesson: autoencoder/sparse#codes-that-stand-still
"""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = (H * (1 - H)) ** 2
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float(np.sqrt(steep @ (W**2).sum(axis=0)).mean())
