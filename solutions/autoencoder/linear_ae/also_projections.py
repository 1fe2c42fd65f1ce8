"""Another right way: residuals of projections, einsum, and steps in place."""

import numpy as np


def ae_gradients(X, E, D):
    n = len(X)
    both = np.einsum("pk,kq->pq", E, D) - np.eye(X.shape[1])
    scatter = X.T @ X / n
    loss = np.trace(both.T @ scatter @ both)
    slope = 2 * scatter @ both
    return loss, slope @ D.T, E.T @ slope


def fit_linear_ae(X, k, rng, rate, steps):
    mean = np.average(X, axis=0)
    gap = X - mean
    E = rng.uniform(-0.2, 0.2, size=(X.shape[1], k))
    D = E.T.copy()
    while steps > 0:
        _, down_e, down_d = ae_gradients(gap, E, D)
        E -= rate * down_e
        D -= rate * down_d
        steps -= 1
    return mean, E, D


def basis(A):
    return np.linalg.svd(A, full_matrices=False)[0]


def largest_angle(A, B):
    a, b = basis(A), basis(B)
    away = b - a @ (a.T @ b)
    sine = np.linalg.norm(away, 2)
    if sine > 0.9:
        cosine = np.linalg.svd(a.T @ b)[1].min()
        return 90.0 - np.degrees(np.arcsin(np.clip(cosine, 0, 1)))
    return np.degrees(np.arcsin(sine))
