"""Takes the square root of each entry of the product.

A square root of a matrix is a matrix which, multiplied by itself, gives it back. Roots of
entries do so for diagonal matrices only.

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
    cross = np.trace(np.sqrt(np.abs(Sa @ Sb)))
    return float(shift @ shift + np.trace(Sa) + np.trace(Sb) - 2 * cross)
