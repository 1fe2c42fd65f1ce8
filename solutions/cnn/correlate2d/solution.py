"""Slide a window over an image."""

import numpy as np


def correlate2d(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the cross-correlation of an image with a kernel.

    Args:
        image: grey values, floats or whole numbers, shape (H, W).
        kernel: the weights of the window, shape (k, l).

    Returns:
        One float64 per place of the window, shape (H - k + 1, W - l + 1).

    Raises:
        ValueError: if the kernel does not fit into the image.
    """
    (H, W), (k, l) = image.shape, kernel.shape
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    # The window's upper corner can stand on 0, 1, ..., H - k.
    result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
