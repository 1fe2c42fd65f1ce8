"""Another right way: moments from sums and inner products."""

import numpy as np


def batchnorm(
    X, gamma, beta, run_mean, run_var, train, momentum=0.1, eps=1e-5
):
    count = X.shape[0]
    if not train:
        scale = gamma / np.sqrt(run_var + eps)
        return X * scale + (beta - run_mean * scale), run_mean, run_var
    if count == 1:
        raise ValueError("more than one sample, please")
    centre = np.einsum("nd->d", X) / count
    gap = X - centre
    squares = np.einsum("nd,nd->d", gap, gap)
    out = gap * (gamma * (squares / count + eps) ** -0.5) + beta
    new_mean = run_mean + momentum * (centre - run_mean)
    new_var = run_var + momentum * (squares / (count - 1) - run_var)
    return out, new_mean, new_var
