"""Squares the weights and not the slope of the unit.

An entry of the Jacobian is the product of both, and the whole entry is squared.

Lesson: autoencoder/sparse#codes-that-stand-still
"""

import numpy as np


def contractive_penalty(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    H = 1 / (1 + np.exp(-(X @ W + b)))
    steep = H * (1 - H)
    # Row j of the Jacobian is the slope of unit j times column j of W.
    return float((steep @ (W**2).sum(axis=0)).mean())
