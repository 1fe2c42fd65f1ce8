"""A convolution layer: all images, channels and kernels at once."""

import numpy as np


def conv2d(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Return the output of a convolution layer.

    Args:
        x: images, shape (N, C, H, W).
        w: one kernel per output channel, shape (O, C, k, l).
        b: one bias per output channel, shape (O,).
        stride: how far the window moves, in both directions.
        pad: zeros added on all four sides.

    Returns:
        Feature maps, shape (N, O, places down, places across).
    """
    # TODO: pad; find all windows, every stride-th of them; multiply and add
    # up over channels and kernel, for all images and kernels at once.
    raise NotImplementedError
