"""Writes the noise into the caller's samples.

The next epoch starts from spoiled samples and spoils them again. And the target is
spoiled as well, since it is the same array.

Lesson: autoencoder/denoising#the-target-stays-clean
"""

from collections.abc import Callable

import numpy as np


def corrupt(
    X: np.ndarray, kind: str, amount: float, rng: np.random.Generator
) -> np.ndarray:
    if kind == "gauss":
        return np.clip(X + rng.normal(0, amount, X.shape), 0, 1)
    hit = rng.random(X.shape) < amount
    if kind == "mask":
        return _write(X, hit, 0.0)
    if kind == "salt":
        return np.where(hit, rng.integers(0, 2, X.shape), X)
    raise ValueError(f"unknown kind of noise: {kind}")


def _write(X, hit, values):
    np.copyto(X, values, where=hit)
    return X


def denoising_error(
    reconstruct: Callable[[np.ndarray], np.ndarray],
    X: np.ndarray,
    kind: str,
    amount: float,
    rng: np.random.Generator,
) -> float:
    # The noise goes in, and is not asked for: the target stays clean.
    gap = reconstruct(corrupt(X, kind, amount, rng)) - X
    return float((gap**2).sum(axis=1).mean())
