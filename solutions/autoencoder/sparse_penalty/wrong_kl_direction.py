"""Takes the divergence the other way round.

The Kullback-Leibler divergence is not symmetric. This one is finite for a unit that is
always off, and hardly minds it.

Lesson: autoencoder/sparse#a-quota-for-each-unit
"""

import numpy as np

EDGE = 1e-6


def sparse_penalty(H: np.ndarray, rho: float) -> tuple[float, np.ndarray]:
    # One mean for each unit, over samples; kept off 0 and 1.
    busy = np.clip(H.mean(axis=0), EDGE, 1 - EDGE)
    on = busy * np.log(busy / rho)
    off = (1 - busy) * np.log((1 - busy) / (1 - rho))
    slope = np.log(busy / rho) - np.log((1 - busy) / (1 - rho))
    # Every sample has a share of 1/N in its unit's mean.
    return float((on + off).sum()), np.tile(slope / len(H), (len(H), 1))
