"""Another right way: one logit at a time, by the sign of the logit."""

import math

import numpy as np


def miss(logit):
    """-log of the probability of real."""
    if logit >= 0:
        return math.log1p(math.exp(-logit))
    return -logit + math.log1p(math.exp(logit))


def chance(logit):
    if logit >= 0:
        return 1 / (1 + math.exp(-logit))
    return math.exp(logit) / (1 + math.exp(logit))


def gan_losses(real, fake):
    good = math.fsum(miss(v) for v in real) / len(real)
    bad = math.fsum(miss(-v) for v in fake) / len(fake)
    return good + bad, math.fsum(miss(v) for v in fake) / len(fake)


def gan_gradients(real, fake):
    return (
        np.array([-chance(-v) / len(real) for v in real]),
        np.array([chance(v) / len(fake) for v in fake]),
        np.array([-chance(-v) / len(fake) for v in fake]),
    )
