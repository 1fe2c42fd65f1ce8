"""Is written for exactly two layers.

Unpacking `params` into a first and a second pair fails for any other depth. The same
three steps serve every layer; only the number of times differs, and `params` knows it.

Lesson: ann/bumps#the-forward-pass
"""

import numpy as np


def mlp_forward(params, X):
    (W1, b1), (W2, b2) = params
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    return z2, [(X, z1), (a1, z2)]
