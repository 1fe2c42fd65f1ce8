"""Averages over all samples at once.

The kind with more samples outvotes the other. Each kind has a mean of its own.

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
    total = on_data * real.size + softplus(fake).sum()
    discriminator = total / (real.size + fake.size)
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return alpha * p / (p + q)
