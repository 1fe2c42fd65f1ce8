"""Normalises a batch of one.

One sample lies exactly on its own mean: whatever goes in, `beta` comes out, and the
unbiased variance is 0/0. An error says so, zeros do not.

Lesson: optim/normalisation#two-modes
"""

import numpy as np


def batchnorm(
    X, gamma, beta, run_mean, run_var, train, momentum=0.1, eps=1e-5
):
    if train:
        mean, var = X.mean(axis=0), X.var(axis=0)
        fresh = X.var(axis=0, ddof=1)
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
