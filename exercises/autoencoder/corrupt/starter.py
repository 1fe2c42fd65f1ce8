"""Spoil samples, and ask for the clean ones back."""

from collections.abc import Callable

import numpy as np


def corrupt(
    X: np.ndarray, kind: str, amount: float, rng: np.random.Generator
) -> np.ndarray:
    """Return spoiled samples.

    Args:
        X: samples, numbers from 0 to 1, shape (N, D).
        kind: "mask", "salt" or "gauss".
        amount: probability for each number; for "gauss" the deviation.
        rng: where all chance comes from.

    Returns:
        A new array of the same shape, numbers from 0 to 1.
    """
    # TODO: three kinds of noise, and an error for any other.
    raise NotImplementedError


def denoising_error(
    reconstruct: Callable[[np.ndarray], np.ndarray],
    X: np.ndarray,
    kind: str,
    amount: float,
    rng: np.random.Generator,
) -> float:
    """Return how far reconstructions of spoiled samples are from clean ones.

    Args:
        reconstruct: samples (N, D) to samples (N, D).
        X: clean samples, shape (N, D).
        kind: as in `corrupt`.
        amount: as in `corrupt`.
        rng: as in `corrupt`.

    Returns:
        Squared differences, summed over D, averaged over N.
    """
    # TODO: spoil, reconstruct, compare with the clean samples.
    raise NotImplementedError
