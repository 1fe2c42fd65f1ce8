"""Draws uniform weights between 0 and the bound.

All inputs then push the same way: the sums are far from 0, and every unit starts as nearly
the same average of its inputs.

Lesson: optim/initialisation#he-and-xavier
"""

import numpy as np


def init_weights(shape, kind, rng):
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        outputs, channels, height, width = shape
        fan_in = channels * height * width
        fan_out = outputs * height * width
    if kind == "he_normal":
        return rng.normal(0, np.sqrt(2 / fan_in), shape)
    std = np.sqrt(2 / (fan_in + fan_out))
    if kind == "xavier_normal":
        return rng.normal(0, std, shape)
    if kind == "xavier_uniform":
        bound = np.sqrt(3) * std
        return rng.uniform(0, 2 * bound, shape)
    raise ValueError(kind)
