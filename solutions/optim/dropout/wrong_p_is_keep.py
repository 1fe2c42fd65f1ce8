"""Takes p for the chance to survive.

The first papers did, libraries do not: here p is the chance to be *dropped*. At 0.5 nobody
notices. At 0.1 nine tenths of the layer are gone.

Lesson: optim/overfitting#dropout
"""

import numpy as np


def dropout(X, p, rng, train=True):
    if not train:
        return X.copy()
    keep = rng.random(X.shape) >= 1 - p
    if p == 1:
        return np.zeros_like(X)
    return X * keep / p if p else np.zeros_like(X)
