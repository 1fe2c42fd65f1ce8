"""Another right way: einsum and a vector of ones."""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    size = X.shape[-1]
    share = np.full(size, 1 / size, dtype=X.dtype)
    mean = np.einsum("...d,d->...", X, share)[..., None]
    gap = X - mean
    var = np.einsum("...d,...d,d->...", gap, gap, share)[..., None]
    scale = X.dtype.type(1) / np.sqrt(var + X.dtype.type(eps))
    return np.asarray(gap * scale * gamma + beta, dtype=X.dtype)
