"""Returns the gradients as they were found, last layer first.

The walk goes down, the list has to go up: a step pairs `params[0]` with
`grads[0]`. With layers of different sizes the mix-up shows in the shapes; with
equal sizes each layer is moved by the gradient of another one, and no error
appears.

Lesson: backprop/matrix_rules#through-a-whole-network
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
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    return grads
