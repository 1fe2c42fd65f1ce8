"""Drops axes of length 1, so one sample no longer gives a matrix.

With N = 1 the result has shape (H,) instead of (1, H), and with one unit (N,)
instead of (N, 1). The next layer, or the loss, expects rows of samples and
fails or broadcasts into something else. It works in every test with larger
sizes and breaks on the first single sample. An axis of length 1 still means
something.

Lesson: ann/layers#broadcasting
"""

import numpy as np


def dense(x, W, b):
    return np.squeeze(x @ W + b)
