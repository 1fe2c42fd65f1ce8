"""Takes the logarithm of a sigmoid that has been rounded to 0 or 1.

At a logit of -1000 the sigmoid is 0, to the last bit, and the logarithm of 0 is infinite.
From 37 on 1 minus the sigmoid is 0 as well. Compute the logarithm from the logit, in one
operation.

Lesson: gan/losses#straight-from-logits
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return -np.log(1 / (1 + np.exp(x)))


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(-real).mean() + softplus(fake).mean()
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
