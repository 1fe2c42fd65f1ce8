"""Inverted dropout."""

import numpy as np


def dropout(
    X: np.ndarray, p: float, rng: np.random.Generator, train: bool = True
) -> np.ndarray:
    """Set entries to 0 by chance and enlarge the rest.

    Args:
        X: activations, any shape.
        p: the chance of each entry to be dropped, from 0 to 1.
        rng: where the random numbers come from.
        train: whether to drop at all.

    Returns:
        A new array, shape and dtype of `X`.
    """
    if not train:
        return X.copy()
    keep = rng.random(X.shape) >= p
    if p == 1:
        return np.zeros_like(X)
    # The survivors stand in for those that are gone, so that the mean is the
    # same with dropout and without, and nothing has to be done at test time.
    return X * keep / (1 - p)
