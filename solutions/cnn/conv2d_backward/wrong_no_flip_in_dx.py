"""Correlates `dy` with the kernel as it is, where the flipped one belongs.

A pixel to the *right* of a corner met a later column of the kernel. Seen from
the pixel, the kernel runs backwards. Kernels that are symmetric do not show
it.

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
        share = np.tensordot(
            dy, w[:, :, w.shape[2] - 1 - u, w.shape[3] - 1 - v], (1, 0)
        )
        dpadded[:, :, rows, columns] += share.transpose(0, 3, 1, 2)
    height, width = x.shape[2:]
    dx = dpadded[:, :, pad : pad + height, pad : pad + width]
    return (dx, dw, dy.sum(axis=(0, 2, 3)))
