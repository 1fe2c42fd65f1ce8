"""Another right way: the same repairs in other words."""

import math

import numpy as np

FOUND = {
    "image_cost": "mean for sum",
    "cloud_cost": "deviation for variance",
    "draw_code": "sound",
    "quota_slope": "share forgotten",
    "denoising_gap": "spoiled target",
    "best_plane": "not centred",
}


def best_plane(X, k):
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(X.T)))
    return vectors[:, np.argsort(-values)[:k]]


def denoising_gap(reconstruct, X, noise):
    return np.sum((X - reconstruct(X + noise)) ** 2) / X.shape[0]


def quota_slope(H, rho):
    n = H.shape[0]
    busy = np.minimum(np.maximum(H.sum(0) / n, 1e-6), 1 - 1e-6)
    return np.ones((n, 1)) * (busy - rho) / (busy * (1 - busy)) / n


def draw_code(mu, logvar, noise):
    return mu + np.exp(0.5 * logvar) * noise


def cloud_cost(mu, logvar):
    total = 0.0
    for m, v in zip(mu.ravel().tolist(), logvar.ravel().tolist(), strict=True):
        total += 0.5 * (m * m + math.exp(v) - 1 - v)
    return total / len(mu)


def image_cost(logits, x):
    right = np.logaddexp(0, -logits) * x + np.logaddexp(0, logits) * (1 - x)
    return right.sum(axis=1).mean()
