"""Divides by the variance instead of its root.

A column of spread 10 is then divided by 100, and comes out with spread 1/10; one of spread
1/10 comes out with spread 10. Only the root of the variance has the unit of the column.

Lesson: optim/normalisation#down-the-columns
"""


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
    Y = gamma * (X - mean) / (var + eps) + beta
    return Y, run_mean, run_var
