"""Cuts the frame off with `pad:-pad`, which is empty when pad is 0.

-0 is 0, and the slice 0:0 holds nothing. Say where the slice ends in terms of
the height and width of x.

Lesson: cnn/as_a_matrix#backward-for-the-input
"""

import numpy as np


def conv2d_backward(dy, x, w, stride=1, pad=0):
    down, across = dy.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = (np.zeros_like(padded), np.zeros_like(w))
    for u, v in np.ndindex(w.shape[2:]):
        rows = stride * np.arange(down)[:, None] + u
        columns = stride * np.arange(across) + v
        met = padded[:, :, rows, columns]
        dw[:, :, u, v] = np.tensordot(dy, met, ((0, 2, 3), (0, 2, 3)))
        share = np.tensordot(dy, w[:, :, u, v], (1, 0))
        dpadded[:, :, rows, columns] += share.transpose(0, 3, 1, 2)
    dx = dpadded[:, :, pad:-pad, pad:-pad]
    return (dx, dw, dy.sum(axis=(0, 2, 3)))
