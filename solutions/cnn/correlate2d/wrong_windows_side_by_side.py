"""Moves on by a whole window instead of by one pixel.

The windows then lie side by side like tiles, and an edge that falls between
two of them is never seen. How far the window moves is called the stride; here
it is 1.

Lesson: cnn/sharing#three-numbers-along-five
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H // k, W // l))
    for i, j in np.ndindex(result.shape):
        window = image[i * k : i * k + k, j * l : j * l + l]
        result[i, j] = (window * kernel).sum()
    return result
