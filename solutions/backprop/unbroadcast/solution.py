"""Undo a broadcast: sum a gradient back to the shape of what was copied."""

import numpy as np


def unbroadcast(grad: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Return the gradient of an array that was broadcast to `grad.shape`.

    Args:
        grad: gradient of the result of the operation, floats of any shape.
        shape: shape of the operand before it was broadcast.

    Returns:
        Array of shape `shape`; each entry is the sum of all entries of
        `grad` that stand where a copy of it stood.
    """
    # Sizes line up from the right, so the axes that were added stand in front.
    added = tuple(range(grad.ndim - len(shape)))
    total = grad.sum(axis=added)
    # What is left has the axes of `shape`. An axis of one stays, with size 1.
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return total.sum(axis=ones, keepdims=True)
