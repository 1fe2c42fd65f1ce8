"""Turns float32 into float64 on the way in.

All activations, and the cache with them, take twice the memory, and float32 weights are
converted again in every product. A network is usually trained in float32; a function
keeps the precision it is given. Look for a conversion that nobody asked for.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = np.asarray(X, dtype=np.float64)
    for W, b in params:
        z = a @ W + b
        cache.append((a, z))
        a = np.maximum(z, 0)
    return z, cache
