"""Returns twice the divergence as the value of the game.

The game compares each density with the *sum* p + q, the divergence with the *mean*. The
difference is a factor of 2 inside each logarithm. Two equal densities do not make the
value 0: a discriminator that can only guess scores log ½ twice.

Lesson: gan/a_game#what-the-game-is-worth
"""

import numpy as np


def optimal_discriminator(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(p, total, out=answer, where=total > 0)
    return answer


def js_divergence(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    mixture = (p + q) / 2
    result = 0.0
    for density in (p, q):
        # Where the density is 0 its term is 0; elsewhere so is no mixture.
        keep = density > 0
        part = density[keep] * np.log(density[keep] / mixture[keep])
        result += 0.5 * part.sum() * dx
    return float(result)


def game_value(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    return 2 * js_divergence(p, q, dx)
