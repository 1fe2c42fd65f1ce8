"""Divides the gradient evenly among equal maxima.

A fair idea, and a legitimate one elsewhere: the sum is right. The contract,
and the large libraries on one processor, give all of it to the first in
reading order.

Lesson: cnn/pooling#backward-to-the-winner
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool2d(x, size, stride, pad=0):
    return _windows(x, size, stride, pad).max(axis=4)


def maxpool2d_backward(dy, x, size, stride, pad=0):
    windows = _windows(x, size, stride, pad)
    wins = windows == windows.max(axis=4, keepdims=True)
    shares = dy / wins.sum(axis=4)
    n, c, i, j, m = np.nonzero(wins)
    dx = np.zeros_like(x)
    rows = stride * i + m // size - pad
    columns = stride * j + m % size - pad
    np.add.at(dx, (n, c, rows, columns), shares[n, c, i, j])
    return dx


def _windows(x, size, stride, pad):
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=-np.inf)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1)
