"""Sends the slopes down through `W` instead of its transpose.

(N, H) @ (D, H) has sizes that do not meet, so layers of different widths raise
an error. Between layers of equal width it runs and delivers every slope to a
wrong unit. On the way down a weight leads back from its output to its input:
rows and columns change places.

Lesson: backprop/matrix_rules#the-only-product-that-fits
"""


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = cache[k]
        dfed, dW, db = dz @ W, fed.T @ dz, dz.sum(axis=0)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
