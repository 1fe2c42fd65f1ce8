"""The two losses, and their gradients."""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    """Return log(1 + e^x), also where e^x overflows."""
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + e^-x), also where e^-x overflows."""
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    """Return the losses of the discriminator and of the generator.

    Args:
        real: logits of real samples, shape (N,).
        fake: logits of fakes, shape (M,).
    """
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(-real).mean() + softplus(fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


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
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -sigmoid(-real) / real.size,
        sigmoid(fake) / fake.size,
        -sigmoid(-fake) / fake.size,
    )
