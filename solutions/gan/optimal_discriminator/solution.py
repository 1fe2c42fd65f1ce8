"""The best discriminator, and what it is worth."""

import numpy as np


def optimal_discriminator(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Return the best discriminator's answer at each grid point.

    Args:
        p: density of the real data, shape (N,).
        q: density of the generator, shape (N,).

    Returns:
        The probability of "real", shape (N,); 0.5 where both are 0.
    """
    total = p + q
    answer = np.full(total.shape, 0.5)
    np.divide(p, total, out=answer, where=total > 0)
    return answer


def js_divergence(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    """Return the Jensen-Shannon divergence of `p` and `q`, in nats.

    Args:
        p: density, shape (N,).
        q: density, shape (N,).
        dx: spacing of the grid.
    """
    mixture = (p + q) / 2
    result = 0.0
    for density in (p, q):
        # Where the density is 0 its term is 0; elsewhere so is no mixture.
        keep = density > 0
        part = density[keep] * np.log(density[keep] / mixture[keep])
        result += 0.5 * part.sum() * dx
    return float(result)


def game_value(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    """Return the value of the game against the best discriminator, in nats.

    Args:
        p: density of the real data, shape (N,).
        q: density of the generator, shape (N,).
        dx: spacing of the grid.
    """
    return 2 * js_divergence(p, q, dx) - 2 * float(np.log(2.0))
