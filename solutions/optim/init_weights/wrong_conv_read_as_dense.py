"""Reads the first two sizes of a convolution as inputs and outputs.

Its first axis is the *outputs*, and its window is missing from the count. Look at which
entries of the shape a single unit adds up.

Lesson: optim/initialisation#how-many-inputs-a-unit-has
"""

import numpy as np


def init_weights(shape, kind, rng):
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        inputs, outputs, *_ = shape
        fan_in = inputs
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
