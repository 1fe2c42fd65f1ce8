"""Draws from a generator of its own.

Then the caller's seed decides nothing, and every layer of every run starts with the same
numbers. Draw from the `rng` that was handed over.

Lesson: optim/initialisation#all-the-same
"""

import numpy as np


def init_weights(shape, kind, rng):
    rng = np.random.default_rng(0)
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
        return rng.uniform(-bound, bound, shape)
    raise ValueError(kind)
