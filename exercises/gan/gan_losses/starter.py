"""The two losses, and their gradients."""

import numpy as np


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    """Return the losses of the discriminator and of the generator.

    Args:
        real: logits of real samples, shape (N,).
        fake: logits of fakes, shape (M,).
    """
    # TODO: three means of logarithms, safe for large logits.
    raise NotImplementedError


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of the losses with respect to the logits.

    Args:
        real: logits of real samples, shape (N,).
        fake: logits of fakes, shape (M,).

    Returns:
        Of the discriminator's loss for `real` and for `fake`, and of the
        generator's loss for `fake`.
    """
    # TODO: probability minus wanted answer, over the count.
    raise NotImplementedError
