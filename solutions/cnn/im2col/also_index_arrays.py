"""Another right way: index arrays that say which pixel stands where."""

import numpy as np


def im2col(x, kernel, stride=1, pad=0):
    k, l = kernel
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    top = np.arange(0, x.shape[2] - k + 1, stride)
    left = np.arange(0, x.shape[3] - l + 1, stride)
    rows = np.repeat(top, len(left))[:, None] + np.repeat(np.arange(k), l)
    columns = np.tile(left, len(top))[:, None] + np.tile(np.arange(l), k)
    picked = x[:, :, rows, columns]  # (N, C, places, k * l)
    return np.swapaxes(picked, 1, 2).reshape(-1, x.shape[1] * k * l)


def conv2d_as_product(x, w, b, stride=1, pad=0):
    table = im2col(x, w.shape[2:], stride, pad)
    y = table @ w.reshape(len(w), -1).T + b
    columns = (x.shape[3] + 2 * pad - w.shape[3]) // stride + 1
    return y.reshape(len(x), -1, columns, len(w)).transpose(0, 3, 1, 2)
