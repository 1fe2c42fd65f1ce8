"""Normalises each row instead of each column.

That is layer normalisation. Here every column, one feature over all samples, is brought to
mean 0 and variance 1.

Lesson: optim/normalisation#down-the-columns
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
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
    if train:
        rows = X - X.mean(axis=1, keepdims=True)
        spread = X.var(axis=1, keepdims=True)
        return gamma * rows / np.sqrt(spread + eps) + beta, run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
