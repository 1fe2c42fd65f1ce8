"""A dense layer: the scores of all units for all samples."""

import numpy as np


def dense(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the scores of a layer, before any activation.

    Args:
        x: samples in rows, shape (N, D); N may be 0.
        W: one column of weights per unit, shape (D, H).
        b: one bias per unit, shape (H,).

    Returns:
        One row of H scores per sample, shape (N, H).
    """
    # TODO: one matrix product, and the biases.
    raise NotImplementedError
