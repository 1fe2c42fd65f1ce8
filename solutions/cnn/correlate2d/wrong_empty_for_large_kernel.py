"""Returns an empty array where the kernel does not fit.

An empty result travels on: its mean is NaN, its maximum an error three calls
later. Say what is wrong where it is known, with a ValueError.

Lesson: cnn/sharing#three-numbers-along-five
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        return np.zeros((max(H - k + 1, 0), max(W - l + 1, 0)))
    result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel).sum()
    return result
