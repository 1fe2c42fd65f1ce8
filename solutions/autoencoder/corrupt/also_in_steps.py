"""Another right way: index arrays, one draw for both salt and pepper."""

import numpy as np


def corrupt(X, kind, amount, rng):
    out = np.array(X, dtype=float)
    if kind == "mask":
        keep = rng.binomial(1, 1 - amount, size=out.shape)
        out *= keep
    elif kind == "salt":
        u = rng.uniform(size=out.shape)
        out[u < amount / 2] = 0.0
        out[u > 1 - amount / 2] = 1.0
    elif kind == "gauss":
        out += amount * rng.standard_normal(out.shape)
        out = np.minimum(np.maximum(out, 0.0), 1.0)
    else:
        raise ValueError(kind)
    return out


def denoising_error(reconstruct, X, kind, amount, rng):
    spoiled = corrupt(X, kind, amount, rng)
    return np.linalg.norm(X - reconstruct(spoiled)) ** 2 / len(X)
