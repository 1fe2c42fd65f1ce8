"""Pads every axis, images and channels included.

`np.pad(x, pad)` adds to all four axes. The batch then has empty images in
front and behind. Only rows and columns get a frame: give one pair per axis.

Lesson: cnn/stride_and_padding#padding
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((pad, pad), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y.transpose(0, 3, 1, 2) + b[:, None, None]
