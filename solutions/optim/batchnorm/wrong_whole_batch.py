"""Takes one mean and one variance of the whole batch.

Columns with large numbers then decide for all others, and no column has mean 0. Every
feature is brought to mean 0 and variance 1 by its own two numbers.

Lesson: optim/normalisation#down-the-columns
"""

import numpy as np


def batchnorm(
    X, gamma, beta, run_mean, run_var, train, momentum=0.1, eps=1e-5
):
    if train:
        if len(X) < 2:
            raise ValueError("a batch of one sample has no variance")
        mean, var = X.mean(), X.var()
        fresh = X.var(ddof=1)
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
