"""Multiplies by the ReLU of z where the *slope* of ReLU is needed.

Above 0 a ReLU is the line a = z, whose slope is 1, whatever z is. The local
derivative is therefore a switch, 1 or 0. Multiplying by the activation itself
makes the gradient of a unit larger the more strongly it was on.

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
            dz = dfed * np.maximum(z_below, 0)
    return grads[::-1]
