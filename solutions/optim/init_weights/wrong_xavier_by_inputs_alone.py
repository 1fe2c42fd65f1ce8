"""Leaves the outputs out of Xavier's rule.

One over the inputs keeps the signal on its way forward. The gradient on its way back wants
one over the outputs, and Xavier's rule is the compromise between the two.

Lesson: optim/initialisation#he-and-xavier
"""

import numpy as np


def init_weights(shape, kind, rng):
    if len(shape) == 2:
        fan_in, _ = shape
    else:
        _, channels, height, width = shape
        fan_in = channels * height * width
    if kind == "he_normal":
        return rng.normal(0, np.sqrt(2 / fan_in), shape)
    std = np.sqrt(1 / fan_in)
    if kind == "xavier_normal":
        return rng.normal(0, std, shape)
    if kind == "xavier_uniform":
        bound = np.sqrt(3) * std
        return rng.uniform(-bound, bound, shape)
    raise ValueError(kind)
