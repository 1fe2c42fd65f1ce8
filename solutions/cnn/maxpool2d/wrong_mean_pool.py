"""Averages the window instead of taking its largest number.

That is average pooling, which asks how much of a pattern there is; max pooling
asks whether it is there at all.

Lesson: cnn/pooling#the-largest-of-each-window
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool2d(x, size, stride, pad=0):
    return _windows(x, size, stride, pad).mean(axis=4)


def maxpool2d_backward(dy, x, size, stride, pad=0):
    winner = _windows(x, size, stride, pad).argmax(axis=4)
    n, c, i, j = np.indices(dy.shape)
    rows = stride * i + winner // size - pad
    columns = stride * j + winner % size - pad
    dx = np.zeros_like(x)
    np.add.at(dx, (n, c, rows, columns), dy)
    return dx


def _windows(x, size, stride, pad):
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=-np.inf)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1)
