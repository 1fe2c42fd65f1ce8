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
    if kind == "gauss":
        return np.clip(X + rng.normal(0, amount, X.shape), 0, 1)
    hit = rng.random(X.shape) < amount
    if kind == "mask":
        return np.where(hit, 0.0, X)
    if kind == "salt":
        return np.where(hit, rng.integers(0, 2, X.shape), X)
    raise ValueError(f"unknown kind of noise: {kind}")


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
    # The noise goes in, and is not asked for: the target stays clean.
    gap = reconstruct(corrupt(X, kind, amount, rng)) - X
    return float((gap**2).sum(axis=1).mean())
