"""Takes the last layer out of the caller's own list.

`pop` removes what it returns. The list belongs to the caller, so the first call is right
and leaves behind a network that is one layer shorter: the second call gives the hidden
units as logits. Read from the list without changing it.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    last_W, last_b = params.pop()
    for W, b in params:
        z = a @ W + b
        cache.append((a, z))
        a = np.maximum(z, 0)
    z = a @ last_W + last_b
    cache.append((a, z))
    return z, cache
