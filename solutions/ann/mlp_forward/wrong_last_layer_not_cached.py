"""Notes the hidden layers only, and nothing of the last one.

The last layer has weights too, and their gradient needs its input: the backward pass
*starts* there. The cache must be as long as `params`, although the last layer has no
ReLU.

Lesson: ann/bumps#what-to-keep
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params[:-1]:
        z = a @ W + b
        cache.append((a, z))
        a = np.maximum(z, 0)
    W, b = params[-1]
    return a @ W + b, cache
