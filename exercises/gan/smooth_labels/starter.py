"""Almost sure that it is real."""

import numpy as np


def smoothed_losses(
    real: np.ndarray, fake: np.ndarray, alpha: float
) -> tuple[float, float]:
    """Return the losses of the discriminator and of the generator.

    Args:
        real: logits of real samples, shape (N,).
        fake: logits of fakes, shape (M,).
        alpha: the discriminator's target for real samples.
    """
    # TODO: two terms for the real samples, one for the fakes; the generator's.
    raise NotImplementedError


def smoothed_discriminator(
    p: np.ndarray, q: np.ndarray, alpha: float
) -> np.ndarray:
    """Return the best discriminator's answer at each grid point.

    Args:
        p: density of the real data, shape (N,).
        q: density of the generator, shape (N,).
        alpha: the discriminator's target for real samples.
    """
    # TODO: where has the expected score of one point no slope?
    raise NotImplementedError
