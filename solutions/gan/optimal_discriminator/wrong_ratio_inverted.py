"""Returns the share of the fakes in place of the share of the real data.

The discriminator says how probable it is that a point is *real*. Where there is only real
data its answer must be 1, and where there are only fakes 0. Which density stands in the
numerator?

Lesson: gan/a_game#the-best-discriminator
"""

import numpy as np


def optimal_discriminator(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(q, total, out=answer, where=total > 0)
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
    return 2 * js_divergence(p, q, dx) - 2 * float(np.log(2.0))
