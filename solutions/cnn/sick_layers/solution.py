"""Five layers of a small network on images."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

EPS = 1e-5

FOUND = {
    "conv_forward": "wrong padding",
    "conv_bias_grad": "mean for sum",
    "norm_forward": "wrong axes",
    "pool_backward": "counted twice",
    "head_forward": "sound",
}


def conv_forward(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return feature maps of the size of the images.

    Args:
        x: images, shape (N, C, H, W).
        w: kernels of 3 by 3, shape (O, C, 3, 3), not flipped.
        b: biases, shape (O,).
    """
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = sliding_window_view(padded, (3, 3), axis=(2, 3))
    y = np.einsum("nchwuv,ocuv->nohw", windows, w)
    return y + b[:, None, None]


def conv_bias_grad(dy: np.ndarray) -> np.ndarray:
    """Return the gradient of b, shape (O,), for dy of shape (N, O, H, W)."""
    return dy.sum(axis=(0, 2, 3))


def norm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray
) -> np.ndarray:
    """Return x (N, C, H, W), each channel normalised over the batch."""
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    var = x.var(axis=(0, 2, 3), keepdims=True)
    normal = (x - mean) / np.sqrt(var + EPS)
    return gamma[:, None, None] * normal + beta[:, None, None]


def pool_backward(dy: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return dx of max pooling, 2 by 2 with stride 2.

    Args:
        dy: gradient for the output, shape (N, C, H / 2, W / 2).
        x: the input, shape (N, C, H, W), H and W even. Of several largest
            numbers of a window the first in reading order wins.
    """
    # (rows of tiles, row, column of tiles, column) to one tile of 4 a line.
    tiles = x.reshape(-1, 2, dy.shape[3], 2).swapaxes(1, 2)
    tiles = tiles.reshape(*dy.shape, 4)
    wins = np.arange(4) == tiles.argmax(axis=4)[..., None]
    dtiles = (wins * dy[..., None]).reshape(-1, dy.shape[3], 2, 2)
    return dtiles.swapaxes(1, 2).reshape(x.shape)


def head_forward(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return logits (N, K): global average pooling, then a dense layer.

    Args:
        x: maps, shape (N, C, H, W).
        W: weights, shape (C, K).
        b: biases, shape (K,).
    """
    return np.einsum("nchw,ck->nk", x, W) / (x.shape[2] * x.shape[3]) + b
