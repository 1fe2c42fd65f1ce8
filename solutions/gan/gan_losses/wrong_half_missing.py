"""Trains the discriminator on the real samples alone.

Without fakes in its loss the discriminator may answer 1 to everything and be praised for
it. It needs an example of both classes.

Lesson: gan/losses#straight-from-logits
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(-real).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -sigmoid(-real) / real.size,
        0.0 * fake,
        -sigmoid(-fake) / fake.size,
    )
