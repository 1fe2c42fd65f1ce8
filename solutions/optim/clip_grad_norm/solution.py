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
    # One length for all: with a length for each, a layer with small gradients
    # would keep its step while the others lose theirs.
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm > limit:
        for g in grads:
            g *= limit / norm
    return norm
