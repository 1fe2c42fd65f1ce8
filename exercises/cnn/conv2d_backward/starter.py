"""Backward through a convolution: three gradients from one."""

import numpy as np


def conv2d_backward(
    dy: np.ndarray,
    x: np.ndarray,
    w: np.ndarray,
    stride: int = 1,
    pad: int = 0,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of a loss through y = conv2d(x, w, b, stride, pad).

    Args:
        dy: gradient of the loss for y, shape (N, O, H2, W2).
        x: the images, shape (N, C, H, W).
        w: the kernels, shape (O, C, k, l).
        stride: as in the forward pass.
        pad: as in the forward pass.

    Returns:
        dx: gradient for the images, shape of `x`.
        dw: gradient for the kernels, shape of `w`.
        db: gradient for the biases, shape (O,).
    """
    # TODO: for every entry of the kernel: which pixels did it meet? They are
    # its gradient's inputs, and its shares go back to them.
    raise NotImplementedError
