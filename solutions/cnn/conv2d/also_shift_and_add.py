"""Another right way: one shifted, thinned copy of the images per weight."""

import numpy as np


def conv2d(images, kernels, biases, stride=1, pad=0):
    count, channels, rows, columns = images.shape
    outs, _, k, l = kernels.shape
    framed = np.zeros(
        (count, channels, rows + 2 * pad, columns + 2 * pad), images.dtype
    )
    framed[:, :, pad : pad + rows, pad : pad + columns] = images
    down = (rows + 2 * pad - k) // stride + 1
    across = (columns + 2 * pad - l) // stride + 1
    result = np.zeros((count, outs, down, across), images.dtype)
    result += biases[None, :, None, None]
    for u in range(k):
        for v in range(l):
            part = framed[
                :,
                :,
                u : u + stride * (down - 1) + 1 : stride,
                v : v + stride * (across - 1) + 1 : stride,
            ]
            result += np.einsum("ncij,oc->noij", part, kernels[:, :, u, v])
    return result
