"""Another right way: a matrix product at each place of the window."""

import numpy as np


def conv2d(x, w, b, stride=1, pad=0):
    o, c, k, l = w.shape
    if pad:
        x = np.pad(x, [(0, 0)] * 2 + [(pad, pad)] * 2)
    flat = w.reshape(o, c * k * l).T
    rows = range(0, x.shape[2] - k + 1, stride)
    columns = range(0, x.shape[3] - l + 1, stride)
    out = np.empty((len(x), o, len(rows), len(columns)), x.dtype)
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            window = x[:, :, top : top + k, left : left + l]
            out[:, :, i, j] = window.reshape(len(x), -1) @ flat + b
    return out
