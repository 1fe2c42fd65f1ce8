"""Pads with ones.

The frame is to say "nothing here". Ones are ink, or light, that is not in the
image: every edge filter finds a frame around every picture.

Lesson: cnn/stride_and_padding#padding
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = np.pad(
        x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), constant_values=1
    )
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y.transpose(0, 3, 1, 2) + b[:, None, None]
