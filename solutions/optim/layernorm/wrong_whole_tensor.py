"""Takes one mean and one variance of the whole array.

Then samples influence each other: one with large numbers makes all others small. Each
sample has its own two numbers.

Lesson: optim/normalisation#along-the-rows
"""

import numpy as np


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean()
    var = (centred**2).mean()
    return gamma * centred / np.sqrt(var + eps) + beta
