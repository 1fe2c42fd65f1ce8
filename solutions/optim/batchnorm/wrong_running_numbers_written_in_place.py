"""Writes into the arrays of the caller.

The new running numbers are returned *and* written over the old ones. Called twice, to
compare two batches from the same state, it gives two different answers.

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
        run_mean += momentum * (mean - run_mean)
        run_var += momentum * (fresh - run_var)
    else:
        mean, var = run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
