"""Clip the gradients of a network by their common length."""

import numpy as np


def clip_grad_norm(grads: list[np.ndarray], limit: float) -> float:
    """Shorten all gradients together to at most `limit`, in place.

    Args:
        grads: one gradient for each parameter, any shapes.
        limit: the largest length that is left alone, above 0.

    Returns:
        The length that all gradients together had before.
    """
    # TODO: one length over all arrays, then one factor, if it is needed.
    raise NotImplementedError
