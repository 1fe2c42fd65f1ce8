"""Another right way: pad the shape with ones, sum all at once, reshape."""

import numpy as np


def unbroadcast(g, target):
    padded = (1,) * (np.ndim(g) - len(target)) + tuple(target)
    stretched = [
        k
        for k, (a, b) in enumerate(zip(padded, g.shape, strict=True))
        if a < b
    ]
    return np.add.reduce(g, axis=tuple(stretched)).reshape(target)
