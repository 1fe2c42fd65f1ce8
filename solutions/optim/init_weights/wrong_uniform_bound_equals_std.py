"""Uses the standard deviation as the bound of the uniform numbers.

Numbers between -a and a have the standard deviation a divided by the root of 3, so these
weights are too small by a factor of 1.73 in every layer.

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
        bound = std
        return rng.uniform(-bound, bound, shape)
    raise ValueError(kind)
