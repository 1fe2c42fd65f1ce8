"""Keeps a running standard deviation under the name of a variance.

What comes back as `new_run_var` is mixed with roots, while the formula takes the root again
after training. For a feature with deviation 10 the result is three times too large.

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
        fresh = X.std(axis=0, ddof=1)
        run_mean = (1 - momentum) * run_mean + momentum * mean
        run_var = (1 - momentum) * run_var + momentum * fresh
    else:
        mean, var = run_mean, run_var
    Y = gamma * (X - mean) / np.sqrt(var + eps) + beta
    return Y, run_mean, run_var
