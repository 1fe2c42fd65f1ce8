"""Another right way: `np.where` on safe values, the value from the answers."""

import numpy as np


def optimal_discriminator(p, q):
    both = p + q
    return np.where(both > 0, p / np.where(both > 0, both, 1.0), 0.5)


def xlogx(weight, inner):
    return weight @ np.log(np.where(weight > 0, inner, 1.0))


def game_value(p, q, dx):
    return dx * (
        xlogx(p, optimal_discriminator(p, q))
        + xlogx(q, optimal_discriminator(q, p))
    )


def js_divergence(p, q, dx):
    return game_value(p, q, dx) / 2 + np.log(2)
