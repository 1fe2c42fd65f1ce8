"""Sets the border pixels to zero in place of adding a frame of zeros.

Padding puts *new* pixels around the image. Here the outermost true ones are
lost, in the caller's own array at that, and the output is as small as it was.

Lesson: cnn/stride_and_padding#padding
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b, stride=1, pad=0):
    padded = x
    if pad:
        for rim in (slice(0, pad), slice(-pad, None)):
            padded[:, :, rim] = 0
            padded[:, :, :, rim] = 0
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    y = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3)))
    return y.transpose(0, 3, 1, 2) + b[:, None, None]
