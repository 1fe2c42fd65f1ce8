"""Takes the outputs of a dense layer for its inputs.

Weights are stored as (inputs, outputs) here, but as (outputs, inputs) in torch, and code
that was carried over from there takes the wrong entry. Xavier's sum does not notice; He's
rule does.

Lesson: optim/initialisation#how-many-inputs-a-unit-has
"""

import numpy as np


def init_weights(shape, kind, rng):
    if len(shape) == 2:
        fan_out, fan_in = shape
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
