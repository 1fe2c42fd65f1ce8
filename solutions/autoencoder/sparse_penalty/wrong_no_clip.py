"""Does not keep the mean off 0 and 1.

A unit that is off for a whole batch has a mean of exactly 0, and a penalty of infinity.
One such unit ends the training.

Lesson: autoencoder/sparse#a-quota-for-each-unit
"""

import numpy as np

EDGE = 1e-6


def sparse_penalty(H: np.ndarray, rho: float) -> tuple[float, np.ndarray]:
    # One mean for each unit, over samples; kept off 0 and 1.
    busy = H.mean(axis=0)
    on = rho * np.log(rho / busy)
    off = (1 - rho) * np.log((1 - rho) / (1 - busy))
    slope = (1 - rho) / (1 - busy) - rho / busy
    # Every sample has a share of 1/N in its unit's mean.
    return float((on + off).sum()), np.tile(slope / len(H), (len(H), 1))
