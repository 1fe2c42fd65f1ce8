"""Leaves the minus signs of the free energy out.

Likely patterns have a *low* free energy, as likely pairs have a low energy.

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
    return v @ b + np.logaddexp(0, x).sum(axis=1)
