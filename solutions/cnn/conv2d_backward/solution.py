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
    down, across = dy.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for u, v in np.ndindex(w.shape[2:]):
        # The pixels that entry (u, v) of the kernels met, place by place.
        rows = stride * np.arange(down)[:, None] + u
        columns = stride * np.arange(across) + v
        met = padded[:, :, rows, columns]
        dw[:, :, u, v] = np.tensordot(dy, met, ((0, 2, 3), (0, 2, 3)))
        # A pixel that lay under several places collects from all of them.
        share = np.tensordot(dy, w[:, :, u, v], (1, 0))  # (N, H2, W2, C)
        dpadded[:, :, rows, columns] += share.transpose(0, 3, 1, 2)
    height, width = x.shape[2:]
    dx = dpadded[:, :, pad : pad + height, pad : pad + width]
    return dx, dw, dy.sum(axis=(0, 2, 3))
