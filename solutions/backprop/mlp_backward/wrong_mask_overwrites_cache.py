"""Turns the pre-activations in the cache into the mask.

The mask is right, but it is written into the array which the cache holds, and
so into the caller's record of the forward pass. A second call then sees zeros
and ones in place of the values. A comparison such as `z > 0` makes a new array
of its own.

Lesson: backprop/broadcasting#one-array-two-owners
"""

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
            _, mask = cache[k - 1]
            mask[...] = mask > 0
            dz = dfed * mask
    return grads[::-1]
