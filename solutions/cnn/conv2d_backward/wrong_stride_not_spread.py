"""Puts the shares back side by side, as if the stride were 1.

Place (i, j) had its corner at row s times i. Its shares belong there: between
the entries of `dy` there are gaps, s - 1 pixels wide.

Lesson: cnn/as_a_matrix#backward-for-the-input
"""

import numpy as np


def conv2d_backward(dy, x, w, stride=1, pad=0):
    down, across = dy.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = (np.zeros_like(padded), np.zeros_like(w))
    for u, v in np.ndindex(w.shape[2:]):
        rows = np.arange(down)[:, None] + u
        columns = np.arange(across) + v
        met = padded[:, :, rows, columns]
        dw[:, :, u, v] = np.tensordot(dy, met, ((0, 2, 3), (0, 2, 3)))
        share = np.tensordot(dy, w[:, :, u, v], (1, 0))
        dpadded[:, :, rows, columns] += share.transpose(0, 3, 1, 2)
    height, width = x.shape[2:]
    dx = dpadded[:, :, pad : pad + height, pad : pad + width]
    return (dx, dw, dy.sum(axis=(0, 2, 3)))
