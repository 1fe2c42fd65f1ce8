"""A test for implementations of dropout."""

from collections.abc import Callable

import numpy as np


def trust(dropout: Callable, rng: np.random.Generator) -> bool:
    """Return whether an implementation of inverted dropout keeps its promises.

    Args:
        dropout: called as dropout(X, p, rng, train), it returns an array.
        rng: for your own inputs, and to hand to `dropout`.
    """
    # TODO: one test for each promise, on inputs of your choice.
    raise NotImplementedError
