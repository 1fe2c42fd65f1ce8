"""Smooths the fakes' target and leaves that of the real samples at 1.

This is the wrong one of the two sides: fakes are praised where there are no data, and the
discriminator may be as sure as before about real samples.

Lesson: gan/critic#a-target-of-0-9
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    on_data = softplus(-real).mean()
    on_fakes = (1 - alpha) * softplus(-fake) + alpha * softplus(fake)
    discriminator = on_data + on_fakes.mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return alpha * p / (p + q)
