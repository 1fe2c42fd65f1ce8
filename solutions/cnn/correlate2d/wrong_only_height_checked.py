"""Asks only whether the kernel is too tall.

A kernel can also be too wide. With one column too many the result is empty;
the check belongs to both sides.

Lesson: cnn/sharing#three-numbers-along-five
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k + 1, max(W - l + 1, 0)))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
