"""Leaves out the minus signs: agreement raises the energy here.

A pair that fits, with a positive weight between two units that are on, should be *cheap*.
With the sign lost, the machine prefers what it should avoid, and training drives it away
from the data. Low energy means high probability.

Lesson: dbn/energy#energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return v @ b + h @ c + ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return v @ b + np.logaddexp(0, x).sum(axis=1)
