"""Applies gain and offset before it normalises.

Normalising then takes both away again: whatever the network learns for gamma has no effect,
save for its sign.

Lesson: optim/normalisation#down-the-columns
"""

import numpy as np


def batchnorm(
    X, gamma, beta, run_mean, run_var, train, momentum=0.1, eps=1e-5
):
    raw = X
    if train:
        if len(X) < 2:
            raise ValueError("a batch of one sample has no variance")
        mean, var = X.mean(axis=0), X.var(axis=0)
        fresh = X.var(axis=0, ddof=1)
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
    if train:
        moved = gamma * raw + beta
        Y = (moved - moved.mean(axis=0)) / np.sqrt(moved.var(axis=0) + eps)
    else:
        Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
