"""Takes the pairs out of the caller's cache.

`pop` delivers the layers in the right order, last one first, and empties the
list on the way. The gradients are right, but whoever looks at the cache
afterwards, to compare activations or to compute the gradients of a second
loss, finds nothing. Read from the list without changing it.

Lesson: ann/layers#views-and-copies
"""

from tutor.yours import linear_backward


def mlp_backward(params, cache, dlogits):
    grads = []
    dz = dlogits
    for W, _ in reversed(params):
        fed, _ = cache.pop()
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if cache:
            dz = dfed * (cache[-1][1] > 0)
    return grads[::-1]
