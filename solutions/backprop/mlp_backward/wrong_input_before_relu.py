"""Multiplies by the pre-activation of the layer below instead of the input.

The weights of a layer met what the ReLU let through. A unit that was off gave
0, so the weights that lead away from it have slope 0 for that sample. With the
negative pre-activation in its place they get slopes from a signal that never
reached them. The cache holds both arrays; the input is the first of the pair.

Lesson: backprop/matrix_rules#the-gradient-of-a-weight-matrix
"""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed = cache[k - 1][1] if k else cache[k][0]
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
