"""Builds the mask from Python's 1.0 and 0.0, which gives a float64 array.

`np.where(z > 0, 1.0, 0.0)` knows nothing of the dtype of `z`, and float32
times float64 is float64. So the last layer has float32 gradients and all below
it have float64 ones. A mask of booleans keeps the type of what it multiplies.

Lesson: backprop/matrix_rules#the-mask-of-relu
"""

import numpy as np

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = cache[k]
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * np.where(z_below > 0, 1.0, 0.0)
    return grads[::-1]
