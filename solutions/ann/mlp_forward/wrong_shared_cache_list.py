"""Uses one list for the caches of all calls.

The list lives outside the function, so every call hands out the *same* object. Run the
network on a second batch, and the cache of the first batch, which you may still need for
its gradients, silently holds the second. A list made inside the function is new each
time.

Lesson: ann/bumps#what-to-keep
"""

import numpy as np

cache = []


def mlp_forward(params, X):
    cache.clear()
    a = X
    for W, b in params:
        z = a @ W + b
        cache.append((a, z))
        a = np.maximum(z, 0)
    return z, cache
