"""Leaves out the ReLU, so that all layers together are one linear map.

The product of matrices is a matrix: without something bent in between, four layers can
draw what one layer can draw, a flat slope. XOR is then out of reach again, however many
units you add. Look at what passes from one layer to the next.

Lesson: ann/bumps#without-the-kink
"""


def mlp_forward(params, X):
    cache = []
    a = X
    for W, b in params:
        z = a @ W + b
        cache.append((a, z))
        a = z
    return z, cache
