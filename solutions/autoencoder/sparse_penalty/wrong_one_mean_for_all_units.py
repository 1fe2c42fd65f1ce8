"""Averages over units as well, before it compares.

A unit that is always on and one that is always off then have the right mean between
them, and pay nothing.

Lesson: autoencoder/sparse#a-quota-for-each-unit
"""

import numpy as np

EDGE = 1e-6


def sparse_penalty(H: np.ndarray, rho: float) -> tuple[float, np.ndarray]:
    # One mean for each unit, over samples; kept off 0 and 1.
    busy = np.clip(np.full(H.shape[1], H.mean()), EDGE, 1 - EDGE)
    on = rho * np.log(rho / busy)
    off = (1 - rho) * np.log((1 - rho) / (1 - busy))
    slope = (1 - rho) / (1 - busy) - rho / busy
    # Every sample has a share of 1/N in its unit's mean.
    return float((on + off).sum()), np.tile(slope / len(H), (len(H), 1))
