"""Another right way: one cross-entropy for any target, one logit at a time."""

import math

import numpy as np


def surprise(logit, target):
    """Cross-entropy of a target in [0, 1] with the sigmoid of a logit."""
    tail = math.log1p(math.exp(-abs(logit)))
    return max(logit, 0.0) - logit * target + tail


def average(values):
    return sum(values) / len(values)


def smoothed_losses(real, fake, alpha):
    found = [surprise(float(logit), alpha) for logit in real]
    made = [surprise(float(logit), 0.0) for logit in fake]
    wished = [surprise(float(logit), 1.0) for logit in fake]
    return average(found) + average(made), average(wished)


def smoothed_discriminator(p, q, alpha):
    called_real = [alpha * a for a in p]
    called_fake = [(1 - alpha) * a + b for a, b in zip(p, q, strict=True)]
    return np.array(
        [a / (a + b) for a, b in zip(called_real, called_fake, strict=True)]
    )
