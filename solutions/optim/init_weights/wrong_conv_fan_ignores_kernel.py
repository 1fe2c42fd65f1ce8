"""Counts the channels of a convolution and forgets its window.

A unit adds up channels times height times width numbers. For a window of 3x3 the forgotten
factor is 9, and the weights are three times too large.

Lesson: optim/initialisation#how-many-inputs-a-unit-has
"""

import numpy as np


def init_weights(shape, kind, rng):
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        outputs, channels, *_ = shape
        fan_in = channels
        fan_out = outputs
    if kind == "he_normal":
        return rng.normal(0, np.sqrt(2 / fan_in), shape)
    std = np.sqrt(2 / (fan_in + fan_out))
    if kind == "xavier_normal":
        return rng.normal(0, std, shape)
    if kind == "xavier_uniform":
        bound = np.sqrt(3) * std
        return rng.uniform(-bound, bound, shape)
    raise ValueError(kind)
