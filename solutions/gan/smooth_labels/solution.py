"""Almost sure that it is real."""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    """Return log(1 + e^x), also where e^x overflows."""
    return np.logaddexp(0.0, x)


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    """Return the losses of the discriminator and of the generator.

    Args:
        real: logits of real samples, shape (N,).
        fake: logits of fakes, shape (M,).
        alpha: the discriminator's target for real samples.
    """
    # Only the real side is smoothed: a target above 0 for fakes would praise
    # them where there are no data.
    as_real, as_fake = softplus(-real).mean(), softplus(real).mean()
    on_data = alpha * as_real + (1 - alpha) * as_fake
    discriminator = on_data + softplus(fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    """Return the best discriminator's answer at each grid point.

    Args:
        p: density of the real data, shape (N,).
        q: density of the generator, shape (N,).
        alpha: the discriminator's target for real samples.
    """
    return alpha * p / (p + q)
