"""Compares the two densities with each other and not with their mixture.

The average of KL(p, q) and KL(q, p) is Jeffreys' divergence, up to a factor. It is
infinite as soon as one density is zero where the other is not. The discriminator sees a
mixture of both, and each density is held against that mixture.

Lesson: gan/a_game#what-the-game-is-worth
"""

import numpy as np


def optimal_discriminator(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(p, total, out=answer, where=total > 0)
    return answer


def js_divergence(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    result = 0.0
    for density, mixture in ((p, q), (q, p)):
        # Where the density is 0 its term is 0; elsewhere so is no mixture.
        keep = (density > 0) & (mixture > 0)
        part = density[keep] * np.log(density[keep] / mixture[keep])
        result += 0.5 * part.sum() * dx
    return float(result)


def game_value(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    return 2 * js_divergence(p, q, dx) - 2 * float(np.log(2.0))
