"""Gives the generator the smoothed target, too.

It is to make fakes that pass, not fakes that pass at 0.9. Beyond that its slope would turn
round and push good fakes away. The smoothing belongs to the discriminator.

Lesson: gan/critic#a-target-of-0-9
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    as_real, as_fake = softplus(-real).mean(), softplus(real).mean()
    on_data = alpha * as_real + (1 - alpha) * as_fake
    discriminator = on_data + softplus(fake).mean()
    wanted = alpha * softplus(-fake) + (1 - alpha) * softplus(fake)
    generator = wanted.mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return alpha * p / (p + q)
