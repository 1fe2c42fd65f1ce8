"""Handles two layers, whatever the network has.

The formulas of a network with one hidden layer, written out one after the
other, are a good start. But the step from the second layer to the first is the
same as from any layer to the one below. Written as a loop, it serves any
depth.

Lesson: backprop/matrix_rules#through-a-whole-network
"""


def mlp_backward(params, cache, dlogits):
    fed, _ = cache[-1]
    grads = [(fed.T @ dlogits, dlogits.sum(axis=0))]
    if len(params) > 1:
        fed, z = cache[-2]
        dz = dlogits @ params[-1][0].T * (z > 0)
        grads.insert(0, (fed.T @ dz, dz.sum(axis=0)))
    return grads
