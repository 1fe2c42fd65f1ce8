"""Lays the kernel on the image with rows and columns exchanged.

The first index of the kernel runs down the image, the second across it, as in
the image itself. A transposed kernel that looks for vertical edges finds
horizontal ones. With a kernel that is not square it does not even fit the
window.

Lesson: cnn/sharing#two-dimensions
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel.T).sum()
    return result
