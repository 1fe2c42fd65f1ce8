"""Takes the largest entry for the length.

The largest entry is never longer than the whole, and can be much shorter: a
thousand entries of 1 have the length 31.6.

Lesson: rnn/vanishing#clipping
"""

import math

import numpy as np


def clip_by_norm(
    grads: list[np.ndarray], max_norm: float
) -> tuple[list[np.ndarray], float]:
    norm = max(float(np.abs(g).max()) for g in grads)
    if not math.isfinite(norm):
        raise ValueError(f"the norm of the gradients is {norm}")
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
