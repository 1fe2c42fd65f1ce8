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
    # TODO: sum away the axes that were added in front, then sum the axes that
    # had size 1, and keep those.
    raise NotImplementedError
