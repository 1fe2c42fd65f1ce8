"""Returns a complex number.

Eigenvalues of a product that is not symmetric may come with a tiny imaginary part, and
negative ones have imaginary roots. The distance is a real number: keep the real part, and
clip at 0.

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
    values = np.linalg.eigvals(Sa @ Sb).astype(complex)
    cross = np.sqrt(values).sum()
    return complex(shift @ shift + np.trace(Sa) + np.trace(Sb) - 2 * cross)
