"""Stops one place early, in both directions.

A window of k on a side of H can start at 0, 1, and so on up to H - k, and
these are H - k + 1 places. The last one touches the border without reaching
over it. Count with small numbers: 3 on 3 fits once, not zero times.

Lesson: cnn/sharing#three-numbers-along-five
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k, W - l))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
