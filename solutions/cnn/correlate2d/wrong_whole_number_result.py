"""Gives the result the dtype of the image.

`np.zeros_like(image)` copies more than a shape. For an image of whole numbers
each sum is cut down to a whole number as it is stored, and in uint8 it also
wraps around at 256 and below 0. Nothing warns you.

Lesson: cnn/sharing#two-dimensions
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k + 1, W - l + 1), dtype=image.dtype)
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = np.array((window * kernel).sum()).astype(image.dtype)
    return result
