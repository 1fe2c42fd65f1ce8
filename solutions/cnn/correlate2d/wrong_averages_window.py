"""Divides by the number of weights, as a blur would.

Whether a kernel averages is decided by its weights: nine times 1/9 is a blur.
The operation itself only adds up. An edge filter that is divided by its size
answers too softly, by a factor that depends on the size.

Lesson: cnn/sharing#three-numbers-along-five
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).mean()
    return result
