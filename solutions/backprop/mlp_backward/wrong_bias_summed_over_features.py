"""Sums the bias gradients over the units instead of the samples.

The result has one number per sample, but a layer has one bias per unit. The
bias was copied to all samples, that is along axis 0, and along this axis its
gradients have to be collected.

Lesson: backprop/matrix_rules#the-bias-is-shared
"""


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = cache[k]
        dfed, dW, db = dz @ W.T, fed.T @ dz, dz.sum(axis=1)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
