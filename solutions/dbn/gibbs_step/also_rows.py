"""Another right way: numbers drawn for all rows at once, the rest row by row."""

import math

import numpy as np


def squash(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def gibbs_step(v, W, b, c, rng):
    N, (D, H) = len(v), W.shape
    ph, h = np.zeros((N, H)), np.zeros((N, H))
    pv, new = np.zeros((N, D)), np.zeros((N, D))
    u = rng.random((N, H))
    for n in range(N):
        for j in range(H):
            ph[n, j] = squash(float(v[n] @ W[:, j] + c[j]))
            h[n, j] = 1.0 if u[n, j] < ph[n, j] else 0.0
    u = rng.random((N, D))
    for n in range(N):
        for i in range(D):
            pv[n, i] = squash(float(W[i] @ h[n] + b[i]))
            new[n, i] = 1.0 if u[n, i] < pv[n, i] else 0.0
    return ph, h, pv, new
