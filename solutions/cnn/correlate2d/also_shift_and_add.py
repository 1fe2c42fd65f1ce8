"""Another right way: one shifted copy of the image for each weight."""

import numpy as np


def correlate2d(picture, weights):
    rows = picture.shape[0] - weights.shape[0] + 1
    columns = picture.shape[1] - weights.shape[1] + 1
    if min(rows, columns) < 1:
        raise ValueError("too large")
    total = np.zeros((rows, columns))
    for (u, v), weight in np.ndenumerate(weights):
        total += weight * picture[u : u + rows, v : v + columns]
    return total
