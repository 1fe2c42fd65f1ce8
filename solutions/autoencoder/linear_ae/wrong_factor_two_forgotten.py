"""Leaves the factor 2 of the square out of the gradients.

The error has no factor one half, so the slope of a square is twice the gap. Half the
gradient is half the step size: the descent still works, and differences do not agree.

Lesson: autoencoder/linear#gradients
"""

import numpy as np

SPREAD = 0.1


def ae_gradients(
    X: np.ndarray, E: np.ndarray, D: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    Z = X @ E
    gap = Z @ D - X
    loss = (gap**2).sum() / len(X)
    slope = gap / len(X)
    return float(loss), X.T @ (slope @ D.T), Z.T @ slope


def fit_linear_ae(
    X: np.ndarray, k: int, rng: np.random.Generator, rate: float, steps: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    mean = X.mean(axis=0)
    centred = X - mean
    # Small and random: at zero both gradients vanish, for good.
    E = rng.normal(scale=SPREAD, size=(X.shape[1], k))
    D = rng.normal(scale=SPREAD, size=(k, X.shape[1]))
    for _ in range(steps):
        _, dE, dD = ae_gradients(centred, E, D)
        E = E - rate * dE
        D = D - rate * dD
    return mean, E, D


def largest_angle(A: np.ndarray, B: np.ndarray) -> float:
    # Any basis will do; only the space that it spans counts.
    first, second = np.linalg.qr(A)[0], np.linalg.qr(B)[0]
    cosines = np.linalg.svd(first.T @ second, compute_uv=False)
    # Rounding may put a cosine a hair above 1.
    return float(np.degrees(np.arccos(min(cosines.min(), 1.0))))
