"""Lets the generator minimise log(1 - D), the loss of the saturating game.

It is the loss of the game on paper. When the discriminator is sure that a fake is fake,
its slope for the logit is almost zero: the generator learns least where it is worst. The
contract asks for -log D, whose slope there is 1.

Lesson: gan/losses#two-slopes-for-the-generator
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(-real).mean() + softplus(fake).mean()
    generator = -softplus(fake).mean()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -sigmoid(-real) / real.size,
        sigmoid(fake) / fake.size,
        -sigmoid(fake) / fake.size,
    )
