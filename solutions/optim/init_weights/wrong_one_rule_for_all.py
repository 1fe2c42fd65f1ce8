"""Uses the rule of He for every kind.

For tanh, which Xavier is meant for, the 2 that makes up for ReLU's dead half is too much:
the units start out saturated.

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
    std = np.sqrt(2 / fan_in)
    if kind == "xavier_normal":
        return rng.normal(0, std, shape)
    if kind == "xavier_uniform":
        bound = np.sqrt(3) * std
        return rng.uniform(-bound, bound, shape)
    raise ValueError(kind)
