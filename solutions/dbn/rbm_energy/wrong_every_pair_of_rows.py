"""Mixes the rows: each visible row meets the hidden rows of all samples.

`v @ W @ h.T` is an (N, N) table of every visible row with every hidden row. Only its
diagonal belongs to pairs; summing along the rows adds up energies of strangers. With one
row per batch nothing shows.

Lesson: dbn/energy#energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - h @ c - (v @ W @ h.T).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return -(v @ b) - np.logaddexp(0, x).sum(axis=1)
