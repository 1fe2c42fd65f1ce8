"""Takes the sigmoid first and its logarithm afterwards.

The same on paper. At a logit of 1000 the sigmoid is exactly 1, and the part for "fake" is
the logarithm of 0. With smoothing this happens for real samples that are judged *right*.

Lesson: gan/critic#a-target-of-0-9
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return -np.log(1 - 1 / (1 + np.exp(-x)))


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    as_real, as_fake = softplus(-real).mean(), softplus(real).mean()
    on_data = alpha * as_real + (1 - alpha) * as_fake
    discriminator = on_data + softplus(fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return alpha * p / (p + q)
