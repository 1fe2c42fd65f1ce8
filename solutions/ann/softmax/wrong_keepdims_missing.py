"""Lets the reduced axis vanish, so the division lines up with the wrong axis.

`e.sum(axis=-1)` of an (N, C) array has shape (N,). Broadcasting matches it with the *last*
axis of (N, C): an error when N and C differ, and silently scaled columns when they happen
to be equal. `keepdims=True` gives (N, 1), which lines up with the rows.

Lesson: ann/layers#broadcasting
"""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis)
