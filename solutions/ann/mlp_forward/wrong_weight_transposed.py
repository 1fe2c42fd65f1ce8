"""Multiplies by the transposed weights.

Some libraries store a layer's weights as (D_out, D_in) and multiply by the transpose.
Here `W` has shape (D_in, D_out), so the transpose gives an error, or, where a layer has
as many units as inputs, a result of the right shape made of the wrong weights. Compare
the inner sizes of the product: they must be the same quantity, not only the same number.

Lesson: ann/layers#one-product-for-all-samples
"""

import numpy as np


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params:
        z = a @ W.T + b
        cache.append((a, z))
        a = np.maximum(z, 0)
    return z, cache
