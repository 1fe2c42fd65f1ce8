"""Takes the root of eigenvalues that rounding has made negative.

An eigenvalue that should be 0 comes out as −1e-17, and its root is NaN. It happens as
soon as there are fewer samples than features, which is usual.

Lesson: gan/measuring#a-distance-between-clouds
"""

import numpy as np


def root(S: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(S)
    return (vectors * np.sqrt(values)) @ vectors.T


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    shift = a.mean(axis=0) - b.mean(axis=0)
    # For D = 1 np.cov returns a single number.
    Sa = np.atleast_2d(np.cov(a, rowvar=False))
    Sb = np.atleast_2d(np.cov(b, rowvar=False))
    # The symmetric product has the eigenvalues of Sa Sb, and eigvalsh keeps
    # them real; rounding may push a zero below 0.
    half = root(Sa)
    values = np.linalg.eigvalsh(half @ Sb @ half)
    cross = np.sqrt(values).sum()
    return float(shift @ shift + np.trace(Sa) + np.trace(Sb) - 2 * cross)
