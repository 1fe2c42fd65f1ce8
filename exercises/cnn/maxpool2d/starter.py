"""Max pooling, forward and backward."""

import numpy as np


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
    # TODO: pad with what can never be the largest; take the maxima.
    raise NotImplementedError


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
    # TODO: find who won each window, and add its share of dy there.
    raise NotImplementedError
