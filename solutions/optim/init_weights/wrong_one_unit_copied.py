"""Draws the weights of one unit and copies them to all others.

The spread looks right, but the units of the layer are one and the same, and training cannot
tell them apart. Draw the whole shape.

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
        return np.broadcast_to(
            rng.normal(0, np.sqrt(2 / fan_in), shape[1:]), shape
        ).copy()
    std = np.sqrt(2 / (fan_in + fan_out))
    if kind == "xavier_normal":
        return np.broadcast_to(rng.normal(0, std, shape[1:]), shape).copy()
    if kind == "xavier_uniform":
        bound = np.sqrt(3) * std
        return np.broadcast_to(
            rng.uniform(-bound, bound, shape[1:]), shape
        ).copy()
    raise ValueError(kind)
