"""Backward through a dense layer: three gradients from one."""

import numpy as np


def linear_backward(
    X: np.ndarray, W: np.ndarray, dY: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of a loss through Y = X @ W + b.

    Args:
        X: input of the layer, one sample per row, shape (N, D).
        W: one column of weights per unit, shape (D, H).
        dY: gradient of the loss with respect to Y, shape (N, H).

    Returns:
        dX: gradient with respect to X, shape (N, D).
        dW: gradient with respect to W, shape (D, H).
        db: gradient with respect to the bias b, shape (H,).
    """
    # TODO: for each of the three, the combination of X, W and dY whose shape
    # fits.
    raise NotImplementedError
