"""Gives the batch the share that the past should have.

In this convention, torch's, momentum is the share of the *new* batch. The other way round
the running mean is nine tenths of the last batch, and as unsteady as that.

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
        fresh = X.var(axis=0, ddof=1)
        run_mean = momentum * run_mean + (1 - momentum) * mean
        run_var = momentum * run_var + (1 - momentum) * fresh
    else:
        mean, var = run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
