"""Teaches the discriminator to call data fake and fakes real.

With D = 1 for real, a high logit must be cheap for data and dear for fakes. Swapped in
the discriminator alone, the two players pull in the same direction: the discriminator
learns to admire fakes, and the generator is told that it is done.

Lesson: gan/losses#straight-from-logits
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(real).mean() + softplus(-fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        sigmoid(real) / real.size,
        -sigmoid(-fake) / fake.size,
        -sigmoid(-fake) / fake.size,
    )
