"""Returns the caller's own arrays when nothing is clipped.

The result then shares its memory with the argument, sometimes, depending on
the numbers: a bug that shows on some batches and not on others. Copy in both
cases.

Lesson: rnn/vanishing#clipping
"""

import math

import numpy as np


def clip_by_norm(
    grads: list[np.ndarray], max_norm: float
) -> tuple[list[np.ndarray], float]:
    norm = math.sqrt(sum(float((g**2).sum()) for g in grads))
    if not math.isfinite(norm):
        raise ValueError(f"the norm of the gradients is {norm}")
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor if factor < 1 else g for g in grads], norm
