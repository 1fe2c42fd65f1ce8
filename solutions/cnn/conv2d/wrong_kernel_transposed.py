"""Exchanges the rows and columns of every kernel.

The third axis of the weights runs down the image, the fourth across, as in the
images themselves. Square kernels run without an error and answer for the
transposed pattern.

Lesson: cnn/sharing#two-dimensions
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    w = w.transpose(0, 1, 3, 2)
    windows = windows if w.shape[2] == w.shape[3] else windows.swapaxes(4, 5)
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y.transpose(0, 3, 1, 2) + b[:, None, None]
