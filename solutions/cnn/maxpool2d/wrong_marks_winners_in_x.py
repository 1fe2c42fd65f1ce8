"""Uses the caller's array for crossing out the winners.

Setting every winner to minus infinity finds ties, and destroys the map that
the layers in front still need for their own gradients. Work on a copy.

Lesson: ann/layers#views-and-copies
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool2d(x, size, stride, pad=0):
    return _windows(x, size, stride, pad).max(axis=4)


def maxpool2d_backward(dy, x, size, stride, pad=0):
    winner = _windows(x, size, stride, pad).argmax(axis=4)
    n, c, i, j = np.indices(dy.shape)
    rows = stride * i + winner // size - pad
    columns = stride * j + winner % size - pad
    dx = np.zeros_like(x)
    np.add.at(dx, (n, c, rows, columns), dy)
    x[n, c, rows, columns] = -np.inf
    return dx


def _windows(x, size, stride, pad):
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=-np.inf)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1)
