"""Applies ReLU after the last layer too.

Logits must be able to go below zero: that is how a network says "surely not this class".
Clipped at 0, every class it wants to reject gets the same score, and no gradient flows
back through the clipped ones. ReLU stands *between* layers; the last product stays as it
is.

Lesson: ann/bumps#the-forward-pass
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params:
        z = a @ W + b
        cache.append((a, z))
        a = np.maximum(z, 0)
    return a, cache
