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
    # TODO: the share of p, and 0.5 where both are 0.
    raise NotImplementedError


def js_divergence(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    """Return the Jensen-Shannon divergence of `p` and `q`, in nats.

    Args:
        p: density, shape (N,).
        q: density, shape (N,).
        dx: spacing of the grid.
    """
    # TODO: compare each density with the mixture of both.
    raise NotImplementedError


def game_value(p: np.ndarray, q: np.ndarray, dx: float) -> float:
    """Return the value of the game against the best discriminator, in nats.

    Args:
        p: density of the real data, shape (N,).
        q: density of the generator, shape (N,).
        dx: spacing of the grid.
    """
    # TODO: two sums over the grid, or one line with js_divergence.
    raise NotImplementedError
