"""Flips the kernel before sliding it: that is convolution, not correlation.

Mathematics turns the kernel by 180 degrees first, and deep learning does not:
its layers are called convolutions and compute correlations. For a symmetric
kernel both agree, so a blur hides the difference. An edge filter shows it: its
answers change their sign.

Lesson: cnn/sharing#correlation-and-convolution
"""

import numpy as np


def correlate2d(image, kernel):
    (H, W), (k, l) = (image.shape, kernel.shape)
    if k > H or l > W:
        raise ValueError(f"a {k}x{l} window does not fit into {H}x{W}")
    result = np.zeros((H - k + 1, W - l + 1))
    for i, j in np.ndindex(result.shape):
        window = image[i : i + k, j : j + l]
        result[i, j] = (window * kernel[::-1, ::-1]).sum()
    return result
