"""Divides zero by zero where neither density has anything.

No point ever comes from such a place, so any answer would do for the game, but NaN
spreads into everything computed from it. The contract asks for 0.5: no evidence for
either side.

Lesson: gan/a_game#the-best-discriminator
"""

import numpy as np


def optimal_discriminator(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    total = p + q
    return p / total


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
    return 2 * js_divergence(p, q, dx) - 2 * float(np.log(2.0))
