"""Subtracts the cross term once and not twice.

A square (s - t)² has -2st in its middle, and this is the same for matrices. Without the 2
a set has a distance from itself.

Lesson: gan/measuring#a-distance-between-clouds
"""

import numpy as np


def root(S: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(S)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    shift = a.mean(axis=0) - b.mean(axis=0)
    # For D = 1 np.cov returns a single number.
    Sa = np.atleast_2d(np.cov(a, rowvar=False))
    Sb = np.atleast_2d(np.cov(b, rowvar=False))
    # The symmetric product has the eigenvalues of Sa Sb, and eigvalsh keeps
    # them real; rounding may push a zero below 0.
    half = root(Sa)
    values = np.linalg.eigvalsh(half @ Sb @ half)
    cross = np.sqrt(np.maximum(values, 0)).sum()
    return float(shift @ shift + np.trace(Sa) + np.trace(Sb) - cross)
