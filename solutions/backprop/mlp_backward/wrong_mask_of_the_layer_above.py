"""Takes the mask from the layer's own z, which lies above its input.

What comes down through layer k is the gradient of its *input*, of shape (N,
D_in). The ReLU it meets next produced that input, from the pre-activation of
the layer below. The layer's own `z` has shape (N, D_out): the two meet only
where widths agree by chance, and then the wrong units are switched off.

Lesson: backprop/matrix_rules#the-mask-of-relu
"""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, z = cache[k]
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            dz = dfed * (z > 0)
    return grads[::-1]
