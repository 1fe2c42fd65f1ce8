"""Reads each window column by column.

The window is flattened in reading order, like the kernel it will meet.

Lesson: cnn/as_a_matrix#one-row-per-window
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kernel, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, kernel, axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    windows = windows.transpose(0, 2, 3, 1, 5, 4)
    return windows.reshape(-1, x.shape[1] * kernel[0] * kernel[1])


def conv2d_as_product(x, w, b, stride=1, pad=0):
    count, outputs = (len(x), len(w))
    rows = im2col(x, w.shape[2:], stride, pad) @ w.reshape(outputs, -1).T + b
    down = (x.shape[2] + 2 * pad - w.shape[2]) // stride + 1
    return rows.reshape(count, down, -1, outputs).transpose(0, 3, 1, 2)
