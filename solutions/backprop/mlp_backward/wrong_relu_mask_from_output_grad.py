"""Decides by the sign of the slope whether it passes, not by the sign of z.

A ReLU looks at what went *in*: where its pre-activation was above 0 it handed
the input on, and so it hands the slope on, positive or negative. Keeping the
positive slopes only means that no hidden unit is ever pushed up. It looks
plausible because it is a ReLU too, applied to the wrong array.

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
            dz = dfed * (dfed > 0)
    return grads[::-1]
