"""Another right way: eigenvectors of the scatter matrix, and sums written out."""

import numpy as np


def pca_fit(X, k):
    centre = np.sum(X, axis=0) / len(X)
    gap = X - centre
    values, vectors = np.linalg.eigh(gap.T @ gap / max(len(X) - 1, 1))
    order = np.argsort(values)[::-1][:k]
    return centre, -vectors[:, order]


def pca_encode(X, mean, V):
    return np.einsum("md,dk->mk", X, V) - mean @ V


def pca_decode(Z, mean, V):
    return np.array(
        [mean + sum(c * v for c, v in zip(z, V.T, strict=False)) for z in Z]
    )
