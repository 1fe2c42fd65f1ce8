"""Halves the discriminator's loss.

Some programs do, to slow the discriminator down. It is a learning rate in disguise, and
the loss of a guessing discriminator becomes 0.693, so that it cannot be compared with
anybody else's.

Lesson: gan/losses#a-mean-for-each-kind
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = 0.5 * (softplus(-real).mean() + softplus(fake).mean())
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -0.5 * sigmoid(-real) / real.size,
        0.5 * sigmoid(fake) / fake.size,
        -sigmoid(-fake) / fake.size,
    )
