"""Turns the array of logits it was given into something else.

The caller's logits are needed again, for the backward pass and for the other player's
loss. `*=` and `out=` write into his array.

Lesson: gan/losses#straight-from-logits
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    np.negative(real, out=real)
    discriminator = softplus(real).mean() + softplus(fake).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -sigmoid(-real) / real.size,
        sigmoid(fake) / fake.size,
        -sigmoid(-fake) / fake.size,
    )
