"""Another right way: one grid point at a time, the value from its definition."""

import math

import numpy as np


def optimal_discriminator(p, q):
    return np.array(
        [a / (a + b) if a + b > 0 else 0.5 for a, b in zip(p, q, strict=True)]
    )


def relative(a, b):
    return a * math.log(a / b) if a > 0 else 0.0


def js_divergence(p, q, dx):
    terms = [
        relative(a, (a + b) / 2) + relative(b, (a + b) / 2)
        for a, b in zip(p, q, strict=True)
    ]
    return 0.5 * math.fsum(terms) * dx


def game_value(p, q, dx):
    terms = [
        relative(a, a + b) + relative(b, a + b)
        for a, b in zip(p, q, strict=True)
    ]
    return math.fsum(terms) * dx
