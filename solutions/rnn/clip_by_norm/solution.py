"""Gradient clipping by the norm of all gradients together."""

import math

import numpy as np


def clip_by_norm(
    grads: list[np.ndarray], max_norm: float
) -> tuple[list[np.ndarray], float]:
    """Return gradients shortened to `max_norm`, and their length before.

    Args:
        grads: one array per parameter, any shapes; at least one array.
        max_norm: the greatest length allowed, above 0.

    Returns:
        New arrays, all scaled by one factor if they were too long together,
        else with unchanged values; and the norm before clipping.

    Raises:
        ValueError: the norm is not finite.
    """
    norm = math.sqrt(sum(float((g**2).sum()) for g in grads))
    if not math.isfinite(norm):
        raise ValueError(f"the norm of the gradients is {norm}")
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
