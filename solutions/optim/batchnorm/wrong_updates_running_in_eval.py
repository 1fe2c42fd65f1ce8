"""Takes note of test data.

The running numbers go on moving when `train` is false, so that measuring the model changes
it, and a second measurement gives something else.

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
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
        run_mean = (1 - momentum) * run_mean + momentum * X.mean(axis=0)
        run_var = (1 - momentum) * run_var + momentum * X.var(axis=0)
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
