"""Spreads the gradient over the window, as average pooling would.

The largest number alone decides the output. A small change of any other leaves
it as it is, so their gradient is 0.

Lesson: cnn/pooling#backward-to-the-winner
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool2d(x, size, stride, pad=0):
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=-np.inf)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=(4, 5))


def maxpool2d_backward(dy, x, size, stride, pad=0):
    height, width = x.shape[2:]
    full = np.zeros((*x.shape[:2], height + 2 * pad, width + 2 * pad), x.dtype)
    for i, j in np.ndindex(dy.shape[2:]):
        part = np.s_[
            :,
            :,
            i * stride : i * stride + size,
            j * stride : j * stride + size,
        ]
        full[part] += dy[:, :, i, j, None, None] / size**2
    return full[:, :, pad : pad + height, pad : pad + width]
