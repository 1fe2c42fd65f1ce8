"""Pads the image with zeros so that the result is as large as the image.

That is a choice that networks often make, and the next lesson is about it.
Here it was not asked for: numbers at the border then answer for pixels that do
not exist.

Lesson: cnn/sharing#three-numbers-along-five
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    image = np.pad(image, ((k // 2, k - 1 - k // 2), (l // 2, l - 1 - l // 2)))
    result = np.zeros((H, W))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
