"""Windows as rows of a matrix."""

import numpy as np


def im2col(
    x: np.ndarray, kernel: tuple[int, int], stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Return every window of every image as one row.

    Args:
        x: images, shape (N, C, H, W).
        kernel: rows and columns of the window, (k, l).
        stride: how far the window moves, in both directions.
        pad: zeros added on all four sides.

    Returns:
        Shape (N * places down * places across, C * k * l). Rows run over
        images, then places in reading order; columns over channels, then the
        window in reading order.
    """
    # TODO: all windows as an array with six axes; bring them into order.
    raise NotImplementedError


def conv2d_as_product(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Return what `conv2d` returns, by one matrix product.

    Args:
        x: images, shape (N, C, H, W).
        w: kernels, shape (O, C, k, l).
        b: biases, shape (O,).
        stride: how far the window moves, in both directions.
        pad: zeros added on all four sides.

    Returns:
        Feature maps, shape (N, O, places down, places across).
    """
    # TODO: one product, one bias, and back to four axes in the right order.
    raise NotImplementedError
