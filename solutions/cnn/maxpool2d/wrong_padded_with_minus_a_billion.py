"""Pads with minus a billion, and counts on larger numbers.

It works until a map holds numbers that are lower still, and then the frame
wins without a word. The contract allows every finite number. What is lower
than all of them has a name of its own.

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
    rows = stride * i + winner // size - pad
    columns = stride * j + winner % size - pad
    dx = np.zeros_like(x)
    # A pixel may win several overlapping windows: add, do not assign.
    np.add.at(dx, (n, c, rows, columns), dy)
    return dx


def _windows(x, size, stride, pad):
    """Return the windows, flattened: shape (N, C, H', W', size * size)."""
    rim = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(x, rim, constant_values=-1e9)
    view = sliding_window_view(padded, (size, size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.reshape(*view.shape[:4], -1)
