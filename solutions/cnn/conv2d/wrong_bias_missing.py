"""Leaves out the bias.

Without it a map is zero wherever the image is zero, and no unit can have a
threshold. In a test with b = 0 the mistake cannot be seen.

Lesson: cnn/channels#channels-add-up
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y.transpose(0, 3, 1, 2) + 0 * b[:, None, None]
