"""Lets the biased variance into the running one.

The variance of a small batch around its own mean is too small on average, by N - 1 over N.
After training all data are then divided by too little.

Lesson: optim/normalisation#two-modes
"""

import numpy as np


def batchnorm(
    X, gamma, beta, run_mean, run_var, train, momentum=0.1, eps=1e-5
):
    if train:
        if len(X) < 2:
            raise ValueError("a batch of one sample has no variance")
        mean, var = X.mean(axis=0), X.var(axis=0)
        fresh = X.var(axis=0)
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
