"""Sends the slopes down through the weights of the layer below.

The gradient of a layer's input goes through that layer's own weights: they
are what multiplied this input. Those of the layer below have their turn one
step later. Where all widths agree this runs without an error; otherwise the
sizes do not meet.

Lesson: backprop/matrix_rules#through-a-whole-network
"""


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        fed, _ = cache[k]
        dW, db = fed.T @ dz, dz.sum(axis=0)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            W_below, _ = params[k - 1]
            dz = dz @ W_below.T * (z_below > 0)
    return grads[::-1]
