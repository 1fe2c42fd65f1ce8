"""Compares the real density with the fake one, in one direction only.

The Kullback-Leibler divergence KL(p, q) looks at the real points alone: what the
generator makes where no data is costs nothing. The game has two players' points in it,
and both densities are held against the mixture.

Lesson: gan/a_game#what-the-game-is-worth
"""

import numpy as np


def optimal_discriminator(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(p, total, out=answer, where=total > 0)
    return answer


def js_divergence(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    mixture = q
    result = 0.0
    for density in (p,):
        # Where the density is 0 its term is 0; elsewhere so is no mixture.
        keep = (density > 0) & (mixture > 0)
        part = density[keep] * np.log(density[keep] / mixture[keep])
        result += part.sum() * dx
    return float(result)


def game_value(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    return 2 * js_divergence(p, q, dx) - 2 * float(np.log(2.0))
