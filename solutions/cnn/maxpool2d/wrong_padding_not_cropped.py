"""Returns the gradient of the padded map.

The frame is not an input of anybody. The gradient has the shape of what it
belongs to: cut the frame off, or subtract the padding from rows and columns.

Lesson: cnn/pooling#padding-that-never-wins
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool2d(x, size, stride, pad=0):
    return _windows(x, size, stride, pad).max(axis=4)


def maxpool2d_backward(dy, x, size, stride, pad=0):
    winner = _windows(x, size, stride, pad).argmax(axis=4)
    n, c, i, j = np.indices(dy.shape)
    rows = stride * i + winner // size
    columns = stride * j + winner % size
    dx = np.zeros(
        (*x.shape[:2], x.shape[2] + 2 * pad, x.shape[3] + 2 * pad), x.dtype
    )
    np.add.at(dx, (n, c, rows, columns), dy)
    return dx


def _windows(x, size, stride, pad):
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=-np.inf)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1)
