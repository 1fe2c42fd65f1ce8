"""Takes the mask from the input of the layer below, one ReLU too far down.

The ReLU between layers k - 1 and k acted on the pre-activation of layer k - 1.
`cache[k - 1][0]` is what *fed* that layer: the output of the ReLU before it,
or `X`. The gradients of the last layer are right, all below it are wrong, and
the shapes differ unless the two widths agree by chance.

Lesson: backprop/matrix_rules#the-mask-of-relu
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
            a_below, _ = cache[k - 1]
            dz = dfed * (a_below > 0)
    return grads[::-1]
