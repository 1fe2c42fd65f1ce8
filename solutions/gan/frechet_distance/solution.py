"""The distance between two clouds."""

import numpy as np


def root(S: np.ndarray) -> np.ndarray:
    """Return the square root of a symmetric matrix without negative values."""
    values, vectors = np.linalg.eigh(S)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    """Return the squared Fréchet distance of two sets of features.

    Args:
        a: features of one set, shape (N, D).
        b: features of the other, shape (M, D).
    """
    shift = a.mean(axis=0) - b.mean(axis=0)
    # For D = 1 np.cov returns a single number.
    Sa = np.atleast_2d(np.cov(a, rowvar=False))
    Sb = np.atleast_2d(np.cov(b, rowvar=False))
    # The symmetric product has the eigenvalues of Sa Sb, and eigvalsh keeps
    # them real; rounding may push a zero below 0.
    half = root(Sa)
    values = np.linalg.eigvalsh(half @ Sb @ half)
    cross = np.sqrt(np.maximum(values, 0)).sum()
    return float(shift @ shift + np.trace(Sa) + np.trace(Sb) - 2 * cross)
