"""Takes the statistics over the images alone.

Then each pixel has a mean of its own. A channel has one, over images, rows and
columns.

Lesson: cnn/depth#normalising-maps
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

EPS = 1e-05
FOUND = {
    "conv_forward": "wrong padding",
    "conv_bias_grad": "mean for sum",
    "norm_forward": "wrong axes",
    "pool_backward": "counted twice",
    "head_forward": "sound",
}


def conv_forward(x, w, b):
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = sliding_window_view(padded, (3, 3), axis=(2, 3))
    y = np.einsum("nchwuv,ocuv->nohw", windows, w)
    return y + b[:, None, None]


def conv_bias_grad(dy):
    return dy.sum(axis=(0, 2, 3))


def norm_forward(x, gamma, beta):
    mean = x.mean(axis=0, keepdims=True)
    var = x.var(axis=0, keepdims=True)
    normal = (x - mean) / np.sqrt(var + EPS)
    return gamma[:, None, None] * normal + beta[:, None, None]


def pool_backward(dy, x):
    tiles = x.reshape(-1, 2, dy.shape[3], 2).swapaxes(1, 2)
    tiles = tiles.reshape(*dy.shape, 4)
    wins = np.arange(4) == tiles.argmax(axis=4)[..., None]
    dtiles = (wins * dy[..., None]).reshape(-1, dy.shape[3], 2, 2)
    return dtiles.swapaxes(1, 2).reshape(x.shape)


def head_forward(x, W, b):
    return np.einsum("nchw,ck->nk", x, W) / (x.shape[2] * x.shape[3]) + b
