"""Shifts the caller's own array.

`z -= …` writes into the array that was passed in. The caller still needs the scores, for
the loss for example, and finds them changed. `z - …` builds a new array and leaves the old
one alone.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def softmax(z, axis=-1):
    z = np.asarray(z)
    if z.dtype.kind == "f":
        z -= z.max(axis=axis, keepdims=True)
    else:
        z = z - z.max(axis=axis, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
