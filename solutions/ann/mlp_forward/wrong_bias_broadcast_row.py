"""Stands the bias up as a column, so that it runs along the samples.

There is one bias for each *unit*, and units are the columns of `z`. As a column, shape
(D_out, 1), it asks for as many samples as units: an error when the two numbers differ,
and a wrong bias on every value when they happen to be equal. Write both shapes on paper
and line them up from the right.

Lesson: ann/layers#broadcasting
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params:
        z = a @ W + b[:, None]
        cache.append((a, z))
        a = np.maximum(z, 0)
    return z, cache
