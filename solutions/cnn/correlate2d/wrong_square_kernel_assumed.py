"""Uses the kernel's height for both sides.

A kernel may be 1 by 3 or 3 by 1; its two sides are two numbers. Everything
that is counted along the columns, places and window alike, goes with the
width.

Lesson: cnn/sharing#two-dimensions
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, _) = (image.shape, kernel.shape)
    l = k
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
