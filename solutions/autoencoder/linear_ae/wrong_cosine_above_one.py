"""Takes the arc cosine of what rounding has left.

The product of two unit vectors can be 1.0000000000000002. Its arc cosine is NaN, just
where the answer should be 0.

Lesson: autoencoder/linear#the-same-plane-other-arrows
"""

import numpy as np

SPREAD = 0.1


def ae_gradients(
    X: np.ndarray, E: np.ndarray, D: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    Z = X @ E
    gap = Z @ D - X
    loss = (gap**2).sum() / len(X)
    slope = 2 * gap / len(X)
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
    return float(np.degrees(np.arccos(cosines.min())))
