"""Returns the free energies as a column, of shape (N, 1).

Beside an array of shape (N,) a column broadcasts to N times N numbers without a word. One
number per row has the shape (N,).

Lesson: dbn/energy#free-energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - h @ c - ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return (-(v @ b) - np.logaddexp(0, x).sum(axis=1))[:, None]
