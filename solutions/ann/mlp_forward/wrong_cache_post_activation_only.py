"""Keeps the values after ReLU where the pre-activations belong.

There are two ways to get here: appending the activation, or applying ReLU *in place*,
which rewrites the array that the cache already holds. Either way the negative numbers are
gone, and what is left stands in the next layer's pair a second time. The backward pass
asks how steep the activation was at `z`; for most activations that cannot be read from
its output.

Lesson: ann/bumps#what-to-keep
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params[:-1]:
        z = a @ W + b
        cache.append((a, z))
        a = np.maximum(z, 0, out=z)
    W, b = params[-1]
    z = a @ W + b
    cache.append((a, z))
    return z, cache
