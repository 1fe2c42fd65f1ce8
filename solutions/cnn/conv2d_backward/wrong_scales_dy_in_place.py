"""Averages `dy` over the batch in the caller's own array.

`dy /= len(dy)` writes into the array that was passed in. Whoever else waits
for this gradient, a skip connection for instance, computes with another one.
And it was complete.

Lesson: backprop/broadcasting#one-array-two-owners
"""

import numpy as np


def conv2d_backward(dy, x, w, stride=1, pad=0):
    down, across = dy.shape[2:]
    dy /= len(dy)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = (np.zeros_like(padded), np.zeros_like(w))
    for u, v in np.ndindex(w.shape[2:]):
        rows = stride * np.arange(down)[:, None] + u
        columns = stride * np.arange(across) + v
        met = padded[:, :, rows, columns]
        dw[:, :, u, v] = np.tensordot(dy, met, ((0, 2, 3), (0, 2, 3)))
        share = np.tensordot(dy, w[:, :, u, v], (1, 0))
        dpadded[:, :, rows, columns] += share.transpose(0, 3, 1, 2)
    height, width = x.shape[2:]
    dx = dpadded[:, :, pad : pad + height, pad : pad + width]
    return (dx, dw, dy.sum(axis=(0, 2, 3)))
