"""Another right way: correlations of masks in place of joint shares."""

import numpy as np


def alike(a, b):
    if a.std() == 0 or b.std() == 0:
        return True
    return abs(np.corrcoef(a.ravel(), b.ravel())[0, 1]) > 0.1


def trust(dropout, rng):
    for p in (0.1, 0.35, 0.8):
        X = rng.standard_normal((120, 110)) + 10
        backup = X.copy()
        if (dropout(X, p, rng, False) != backup).any():
            return False
        one, two = (dropout(X, p, rng, True) for _ in range(2))
        if (backup != X).any():
            return False
        dead = one == 0.0
        if abs(dead.mean() - p) > 0.04:
            return False
        ratio = one[~dead] / X[~dead] * (1 - p)
        if np.abs(ratio - 1).max() > 1e-9:
            return False
        if alike(dead[1:], dead[:-1]) or alike(dead[:, 1:], dead[:, :-1]):
            return False
        if alike(dead, two == 0.0):
            return False
    return True
