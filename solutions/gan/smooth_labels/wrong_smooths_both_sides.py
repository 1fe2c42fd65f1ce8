"""Smooths the target of the fakes as well.

A target of 0.1 for fakes praises each of them a little, also where there are no data and
the best answer would be 0. There the generator then has a reason to stay. Only the real
side is smoothed.

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
    on_fakes = (1 - alpha) * softplus(-fake) + alpha * softplus(fake)
    discriminator = on_data + on_fakes.mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return alpha * p / (p + q)
