"""Averages over the input channels where they have to be added up.

The formula has a sum over c. With one channel both are the same. A network
could make up for the factor by larger weights, but weights that were trained
with the sum cannot.

Lesson: cnn/channels#channels-add-up
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3))) / w.shape[1]
    return y.transpose(0, 3, 1, 2) + b[:, None, None]
