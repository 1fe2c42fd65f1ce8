"""Cuts off every entry at the limit.

That is clipping by value: large entries are cut, small ones stay, and the
direction bends toward the corners. The limit here is on the length of the
whole.

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
    return [np.clip(g, -max_norm, max_norm) for g in grads], norm
