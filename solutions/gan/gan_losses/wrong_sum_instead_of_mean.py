"""Adds the samples up where their mean is asked for.

Each slope is then N or M times too long, and whoever doubles the batch has to halve the
step.

Lesson: gan/losses#a-mean-for-each-kind
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(-softplus(-x))


def gan_losses(real: np.ndarray, fake: np.ndarray) -> tuple[float, float]:
    # -log sigmoid(l) = softplus(-l), and -log(1 - sigmoid(l)) = softplus(l).
    discriminator = softplus(-real).sum() + softplus(fake).sum()
    generator = softplus(-fake).sum()
    return float(discriminator), float(generator)


def gan_gradients(
    real: np.ndarray, fake: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    # 1 - sigmoid(l) = sigmoid(-l) keeps its digits where l is large.
    return (
        -sigmoid(-real),
        sigmoid(fake),
        -sigmoid(-fake),
    )
