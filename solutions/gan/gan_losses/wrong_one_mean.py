"""Averages real samples and fakes in one mean.

The sum of the two means is twice the mean of both when there are as many fakes as real
samples, and something else when there are not: the larger group then outvotes the other.
The slopes shrink too.

Lesson: gan/losses#a-mean-for-each-kind
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(np.append(-real, fake)).mean()
    generator = softplus(-fake).mean()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -sigmoid(-real) / (real.size + fake.size),
        sigmoid(fake) / (real.size + fake.size),
        -sigmoid(-fake) / fake.size,
    )
