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
    # Each gradient has the shape of what it belongs to, and one product fits.
    dX = dY @ W.T  # (N, H) @ (H, D): over all units an input feeds
    dW = X.T @ dY  # (D, N) @ (N, H): over all samples a weight serves
    db = dY.sum(axis=0)  # every sample adds the same bias
    return dX, dW, db
