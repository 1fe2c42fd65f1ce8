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
    # TODO: a mask, a product, a division; and the two special cases.
    raise NotImplementedError
