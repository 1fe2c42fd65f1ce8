"""Falls back on one of the rules when it does not know the kind.

A slip of the pen in a configuration then trains with other weights than were asked for, and
nobody is told.

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
    bound = np.sqrt(3) * std
    return rng.uniform(-bound, bound, shape)
