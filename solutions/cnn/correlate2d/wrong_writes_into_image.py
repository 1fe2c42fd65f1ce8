"""Stores the results in the caller's image.

`image[...]` without a copy is a view. The numbers still come out right,
because a window never looks back at places it has left, above or to the left.
But the caller's picture is gone, and the second kernel of the layer slides
over the answers to the first.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = image[: H - k + 1, : W - l + 1]
    if image.dtype != np.float64:
        result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
