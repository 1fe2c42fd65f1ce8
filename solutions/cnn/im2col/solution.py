"""Windows as rows of a matrix."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


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
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(padded, kernel, axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    # (N, C, H', W', k, l) to (N, H', W', C, k, l): a row is what one window
    # covers. The view overlaps itself, so this reshape is where copies arise.
    windows = windows.transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, x.shape[1] * kernel[0] * kernel[1])


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
    count, outputs = len(x), len(w)
    rows = im2col(x, w.shape[2:], stride, pad) @ w.reshape(outputs, -1).T + b
    down = (x.shape[2] + 2 * pad - w.shape[2]) // stride + 1
    # The product has the channels last; they belong behind the images.
    return rows.reshape(count, down, -1, outputs).transpose(0, 3, 1, 2)
