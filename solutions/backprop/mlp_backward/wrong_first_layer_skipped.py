"""Stops before the first layer, so one pair is missing.

`range(a, b, -1)` ends *before* b, so to reach layer 0 it has to be told -1.
The first layer has no ReLU below it, yet it has weights like all others. There
has to be one pair for each pair in `params`.

Lesson: backprop/matrix_rules#through-a-whole-network
"""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in range(len(params) - 1, 0, -1):
        W, _ = params[k]
        fed, _ = cache[k]
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
