"""Computes inputs and pre-activations anew instead of reading the cache.

The second pass costs as much as the first, and what it finds is the same only
if nothing but the formula was at work. With noise or dropout in the forward
pass, it describes a network that never ran. The gradient belongs to the pass
whose loss was measured, and the cache is the record of that pass.

Lesson: ann/bumps#what-to-keep
"""

import numpy as np

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    again, a = [], cache[0][0]
    for W, b in params:
        z = a @ W + b
        again.append((a, z))
        a = np.maximum(z, 0)
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = again[k]
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            _, z_below = again[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
