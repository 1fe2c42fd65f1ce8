"""Goes back one image and one kernel at a time.

The numbers are right. N times O turns in Python, with several calls each, cost
far more than the arithmetic. Sums over images and channels are what matrix
products do.

Lesson: cnn/channels#all-at-once
"""

import numpy as np


def conv2d_backward(dy, x, w, stride=1, pad=0):
    (height, width), (down, across) = x.shape[2:], dy.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for n in range(len(x)):
        for o in range(len(w)):
            for u, v in np.ndindex(w.shape[2:]):
                rows = stride * np.arange(down)[:, None] + u
                columns = stride * np.arange(across) + v
                met = padded[n][:, rows, columns]
                dw[o, :, u, v] += (met * dy[n, o]).sum(axis=(1, 2))
                back = w[o, :, u, v, None, None] * dy[n, o]
                dpadded[n][:, rows, columns] += back
    dx = dpadded[:, :, pad : pad + height, pad : pad + width]
    return dx, dw, dy.sum(axis=(0, 2, 3))
