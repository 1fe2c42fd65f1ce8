"""Another right way: the cross term is the sum of singular values of A B^T."""

import numpy as np


def frechet_distance(a, b):
    ma, mb = a.mean(0), b.mean(0)
    A = (a - ma) / np.sqrt(len(a) - 1)
    B = (b - mb) / np.sqrt(len(b) - 1)
    cross = np.linalg.svd(A @ B.T, compute_uv=False).sum()
    return np.sum((ma - mb) ** 2) + np.sum(A * A) + np.sum(B * B) - 2 * cross
