"""Adds up the activities in place of a divergence.

That is the L1 penalty: simpler, often used, and happiest with units that are never on.

Lesson: autoencoder/sparse#a-quota-for-each-unit
"""

import numpy as np

EDGE = 1e-6


def sparse_penalty(H: np.ndarray, rho: float) -> tuple[float, np.ndarray]:
    # One mean for each unit, over samples; kept off 0 and 1.
    busy = np.clip(H.mean(axis=0), EDGE, 1 - EDGE)
    on = rho * np.log(rho / busy)
    off = (1 - rho) * np.log((1 - rho) / (1 - busy))
    slope = (1 - rho) / (1 - busy) - rho / busy
    # Every sample has a share of 1/N in its unit's mean.
    return float(H.mean(axis=0).sum()), np.tile(np.ones(H.shape[1]) / len(H), (len(H), 1))
