"""Another right way: one window at a time, cut off at the border."""

import numpy as np


def places(x, size, stride, pad):
    height, width = x.shape[2:]
    for i in range((height + 2 * pad - size) // stride + 1):
        top, bottom = max(i * stride - pad, 0), i * stride - pad + size
        for j in range((width + 2 * pad - size) // stride + 1):
            left, right = max(j * stride - pad, 0), j * stride - pad + size
            yield i, j, np.s_[:, :, top:bottom, left:right]


def maxpool2d(x, size, stride, pad=0):
    found = {
        (i, j): x[at].max(axis=(2, 3))
        for i, j, at in places(x, size, stride, pad)
    }
    rows, columns = (last + 1 for last in max(found))
    flat = np.stack(list(found.values()), axis=-1)
    return flat.reshape(*x.shape[:2], rows, columns)


def maxpool2d_backward(dy, x, size, stride, pad=0):
    dx = np.zeros(x.shape, x.dtype)
    for i, j, at in places(x, size, stride, pad):
        window = x[at]
        for n, c in np.ndindex(x.shape[:2]):
            u, v = np.unravel_index(window[n, c].argmax(), window.shape[2:])
            dx[at][n, c, u, v] += dy[n, c, i, j]
    return dx
