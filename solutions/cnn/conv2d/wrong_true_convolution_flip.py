"""Flips the kernels, as a mathematician's convolution does.

Deep-learning libraries leave the flip out. With kernels that are symmetric
both agree, and a network that is trained with its own flip works as well; the
weights of another one then look for the wrong patterns.

Lesson: cnn/sharing#correlation-and-convolution
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    w = w[:, :, ::-1, ::-1]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y.transpose(0, 3, 1, 2) + b[:, None, None]
