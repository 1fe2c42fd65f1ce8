"""Takes a step at each layer before it passes the slopes on.

Every gradient belongs to one point: the weights that the forward pass used.
Here a layer's weights have moved by the time they send the slopes down, so all
layers below get slopes of a network that never ran. It also writes into
`params`, which belong to the caller. First all gradients, then the step.

Lesson: backprop/matrix_rules#through-a-whole-network
"""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = cache[k]
        _, dW, db = linear_backward(fed, W, dz)
        W -= 0.1 * dW
        dfed, _, _ = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads[::-1]
