"""Clips the logits before it takes the logarithm.

Clipping to ±30 avoids the overflow and flattens the loss beyond: a sample that is wrong
by 1000 costs 30. The formula from logits needs no clipping.

Lesson: gan/losses#straight-from-logits
"""

import numpy as np


def softplus(x: np.ndarray) -> np.ndarray:
    return np.log1p(np.exp(np.clip(x, -30, 30)))


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
