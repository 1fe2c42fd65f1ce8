"""Does not pad.

The windows then stand inside the image alone, and there are too few of them.

Lesson: cnn/stride_and_padding#padding
"""

from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kernel, stride=1, pad=0):
    padded = x
    windows = sliding_window_view(padded, kernel, axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    windows = windows.transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, x.shape[1] * kernel[0] * kernel[1])


def conv2d_as_product(x, w, b, stride=1, pad=0):
    count, outputs = (len(x), len(w))
    rows = im2col(x, w.shape[2:], stride, pad) @ w.reshape(outputs, -1).T + b
    down = (x.shape[2] + 2 * pad - w.shape[2]) // stride + 1
    return rows.reshape(count, down, -1, outputs).transpose(0, 3, 1, 2)
