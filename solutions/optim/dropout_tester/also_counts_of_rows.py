"""Another right way: how much the counts of rows and columns waver."""

import math

import numpy as np


def trust(dropout, rng):
    side = 100
    X = np.full((side, side), 3.12345)
    ok = True
    for p in (0.25, 0.6):
        Y = dropout(X, p, rng, True)
        Z = dropout(X, p, rng, True)
        gone = np.isclose(Y, 0)
        ok &= bool(np.all(gone | np.isclose(Y, 3.12345 / (1 - p), rtol=1e-10)))
        ok &= math.isclose(gone.mean(), p, abs_tol=0.05)
        for axis in (0, 1):
            spread = gone.mean(axis=axis).std()
            ok &= bool(0.4 < spread / math.sqrt(p * (1 - p) / side) < 1.6)
        ok &= bool((gone == (Z == 0)).mean() < 0.8)
        ok &= bool(np.all(dropout(X, p, rng, False) == 3.12345))
        ok &= bool(np.all(X == 3.12345))
    return ok
