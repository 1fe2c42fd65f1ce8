"""Takes the mean over units, one for each sample.

That asks every sample for few active units. A fair wish, and another one: one unit may
still be on for all samples.

Lesson: autoencoder/sparse#a-quota-for-each-unit
"""

import numpy as np

EDGE = 1e-6


def sparse_penalty(H: np.ndarray, rho: float) -> tuple[float, np.ndarray]:
    # One mean for each unit, over samples; kept off 0 and 1.
    busy = np.clip(H.mean(axis=1), EDGE, 1 - EDGE)
    on = rho * np.log(rho / busy)
    off = (1 - rho) * np.log((1 - rho) / (1 - busy))
    slope = (1 - rho) / (1 - busy) - rho / busy
    # Every sample has a share of 1/N in its unit's mean.
    return float((on + off).sum()), np.tile(
        slope[:, None] / H.shape[1], (1, H.shape[1])
    )
