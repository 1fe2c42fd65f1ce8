"""Pads with zeros, and cuts off what they won.

In a convolution a zero adds nothing, so it is neutral there. In a maximum it
is a number like any other. Where a map is negative near its border, zeros of
the frame win, and the gradient that belongs to a pixel goes to the frame and
is lost. The neutral number of a maximum is minus infinity.

Lesson: cnn/pooling#padding-that-never-wins
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def maxpool2d(
    x: np.ndarray, size: int, stride: int, pad: int = 0
) -> np.ndarray:
    """Return the largest number of each window, channel by channel.

    Args:
        x: feature maps, shape (N, C, H, W).
        size: side of the square window.
        stride: how far it moves, in both directions.
        pad: pixels added on all four sides, which never win.

    Returns:
        Shape (N, C, places down, places across).
    """
    return _windows(x, size, stride, pad).max(axis=4)


def maxpool2d_backward(
    dy: np.ndarray, x: np.ndarray, size: int, stride: int, pad: int = 0
) -> np.ndarray:
    """Return the gradient for the input of `maxpool2d`.

    Args:
        dy: gradient of the loss for the output, of its shape.
        x: the input that `maxpool2d` was given, shape (N, C, H, W).
        size: as for `maxpool2d`.
        stride: as for `maxpool2d`.
        pad: as for `maxpool2d`.

    Returns:
        Shape of `x`. Where several numbers of a window are the largest, the
        first of them in reading order gets the gradient.
    """
    winner = _windows(x, size, stride, pad).argmax(axis=4)  # the first one
    n, c, i, j = np.indices(dy.shape)
    rows = stride * i + winner // size
    columns = stride * j + winner % size
    height, width = x.shape[2:]
    framed = (*x.shape[:2], height + 2 * pad, width + 2 * pad)
    dx = np.zeros_like(x, shape=framed)
    np.add.at(dx, (n, c, rows, columns), dy)
    return dx[:, :, pad : pad + height, pad : pad + width]


def _windows(x, size, stride, pad):
    """Return the windows, flattened: shape (N, C, H', W', size * size)."""
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=0)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1)
