"""Another right way: binary cross-entropy with a target, its gradient by tanh."""

import numpy as np


def bce(logits, target):
    return np.mean(
        np.maximum(logits, 0)
        - logits * target
        + np.log1p(np.exp(-np.abs(logits)))
    )


def slope(logits, target):
    return (0.5 * np.tanh(0.5 * logits) + 0.5 - target) / len(logits)


def gan_losses(real, fake):
    return bce(real, 1) + bce(fake, 0), bce(fake, 1)


def gan_gradients(real, fake):
    return slope(real, 1), slope(fake, 0), slope(fake, 1)
