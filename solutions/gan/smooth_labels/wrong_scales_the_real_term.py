"""Multiplies the old term of the real samples by alpha and leaves out the other part.

That only makes the real samples count less. The loss of a real sample still falls for ever
with a larger logit, so nothing keeps the discriminator from being sure. A target of 0.9
has two parts: 0.9 for "real" and 0.1 for "fake".

Lesson: gan/critic#a-target-of-0-9
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    as_real = softplus(-real).mean()
    on_data = alpha * as_real
    discriminator = on_data + softplus(fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    return alpha * p / (p + q)
