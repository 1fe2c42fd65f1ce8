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
    # TODO: for every place of the window: multiply, add up.
    raise NotImplementedError
