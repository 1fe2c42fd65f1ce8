"""Another right way: zeros between the numbers, and a convolution with flipped weights."""

import numpy as np


def conv_transpose1d(z, w, stride=1, pad=0):
    n, c, length = z.shape
    k = w.shape[2]
    wide = np.zeros((n, c, stride * (length - 1) + 1))
    wide[:, :, ::stride] = z
    framed = np.pad(wide, ((0, 0), (0, 0), (k - 1, k - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(framed, k, axis=2)
    full = np.einsum("nclk,cok->nol", windows, w[:, :, ::-1])
    return full[:, :, pad : full.shape[-1] - pad]
