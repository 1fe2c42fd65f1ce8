"""Takes alpha for the amount that is taken away.

A target of 1 - 0.9 = 0.1 says of real samples that they are most likely fake. Some
libraries name the amount, some the target: here it is the target.

Lesson: gan/critic#a-target-of-0-9
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    as_real, as_fake = softplus(-real).mean(), softplus(real).mean()
    on_data = (1 - alpha) * as_real + alpha * as_fake
    discriminator = on_data + softplus(fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return (1 - alpha) * p / (p + q)
