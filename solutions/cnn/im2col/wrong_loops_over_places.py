"""Fills the matrix row by row in Python.

The numbers are right. A batch of images has thousands of places, and each turn
of the loop costs more than copying its nine numbers.

Lesson: cnn/as_a_matrix#one-row-per-window
"""

import numpy as np


def im2col(x, kernel, stride=1, pad=0):
    k, l = kernel
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows = [
        image[:, i : i + k, j : j + l].ravel()
        for image in x
        for i in range(0, x.shape[2] - k + 1, stride)
        for j in range(0, x.shape[3] - l + 1, stride)
    ]
    return np.array(rows)


def conv2d_as_product(x, w, b, stride=1, pad=0):
    k = w.shape[2]
    rows = im2col(x, w.shape[2:], stride, pad) @ w.reshape(len(w), -1).T + b
    down = (x.shape[2] + 2 * pad - k) // stride + 1
    return rows.reshape(len(x), down, -1, len(w)).transpose(0, 3, 1, 2)
