"""Returns one number for the whole batch.

Each row has an energy of its own, which later decides which row is more probable. A total,
or a mean, cannot be taken apart again. Sum over units, keep the rows.

Lesson: dbn/energy#energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return (-(v @ b) - h @ c - ((v @ W) * h).sum(axis=1)).sum()


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    return (-(v @ b) - np.logaddexp(0, x).sum(axis=1)).sum()
