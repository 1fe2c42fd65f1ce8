"""Energy and free energy of an RBM."""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Return the energy of each pair of visible and hidden rows.

    Args:
        v: visible units, shape (N, D).
        h: hidden units, shape (N, H).
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).

    Returns:
        Energies, shape (N,).
    """
    return -(v @ b) - h @ c - ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Return the free energy of each visible row.

    Args:
        v: visible units, shape (N, D).
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).

    Returns:
        Free energies, shape (N,).
    """
    x = v @ W + c
    # logaddexp(0, x) is log(1 + e^x) without ever forming e^x.
    return -(v @ b) - np.logaddexp(0, x).sum(axis=1)
