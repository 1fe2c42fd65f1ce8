"""Takes samples for features when it computes the covariance.

`np.cov` expects one *row* for each variable, unless it is told otherwise. A covariance of
features has shape (D, D), whatever the number of samples.

Lesson: gan/measuring#a-distance-between-clouds
"""

import numpy as np


def root(S: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(S)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    shift = a.mean(axis=0) - b.mean(axis=0)
    # For D = 1 np.cov returns a single number.
    Sa = np.atleast_2d(np.cov(a))
    Sb = np.atleast_2d(np.cov(b))
    # The symmetric product has the eigenvalues of Sa Sb, and eigvalsh keeps
    # them real; rounding may push a zero below 0.
    half = root(Sa)
    values = np.linalg.eigvalsh(half @ Sb @ half)
    cross = np.sqrt(np.maximum(values, 0)).sum()
    return float(shift @ shift + np.trace(Sa) + np.trace(Sb) - 2 * cross)
