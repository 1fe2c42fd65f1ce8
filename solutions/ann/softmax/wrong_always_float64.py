"""Turns float32 scores into float64 probabilities.

Converting to float64 doubles the memory of every activation and makes each later operation
mix two precisions. Networks are usually trained in float32; a function keeps the precision
it is given.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def softmax(z, axis=-1):
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
