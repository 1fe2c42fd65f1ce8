"""Gives every weight the same number.

All units of a layer then compute the same, get the same gradient and stay the same: a layer
of a hundred units is one unit, paid for a hundred times.

Lesson: optim/initialisation#all-the-same
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
        return np.full(shape, np.sqrt(2 / fan_in))
    std = np.sqrt(2 / (fan_in + fan_out))
    if kind == "xavier_normal":
        return np.full(shape, std)
    if kind == "xavier_uniform":
        bound = np.sqrt(3) * std
        return np.full(shape, bound)
    raise ValueError(kind)
