"""Returns (N, H', W', O) in place of (N, O, H', W').

The numbers are right, in the order of another convention. The next layer reads
the second axis as channels. Where all sizes agree it even runs.

Lesson: cnn/channels#channels-add-up
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y + b
