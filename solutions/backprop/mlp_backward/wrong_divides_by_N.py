"""Divides the gradients by the number of samples at every layer.

If the loss is a mean, its 1/N is in `dlogits` already and travels down with
it. A layer adds up what its samples bring, and does not know what the loss
does with them. Divided once more, all steps are N times too short.

Lesson: backprop/loss_gradient#where-the-mean-goes
"""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = cache[k]
        dfed, dW, db = linear_backward(fed, W, dz)
        dW, db = dW / len(fed), db / len(fed)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
