"""A test for implementations of dropout."""

from collections.abc import Callable

import numpy as np

SHAPE = (100, 100)
CHANCES = (0.2, 0.7)
MARGIN = 0.05


def trust(dropout: Callable, rng: np.random.Generator) -> bool:
    """Return whether an implementation of inverted dropout keeps its promises.

    Args:
        dropout: called as dropout(X, p, rng, train), it returns an array.
        rng: for your own inputs, and to hand to `dropout`.
    """
    # No entry is 0 by itself, so that a 0 in the result means: dropped.
    X = 1 + rng.random(SHAPE)
    given = X.copy()
    # One half is not among them: there, p and 1 - p cannot be told apart.
    for p in CHANCES:
        first = dropout(X, p, rng, True)
        second = dropout(X, p, rng, True)
        # Asked last, so that it also shows whether X survived the others.
        if not np.array_equal(dropout(X, p, rng, False), given):
            return False
        gone = first == 0
        if not np.allclose(first, np.where(gone, 0.0, X / (1 - p))):
            return False
        for one, other in (
            (gone[1:], gone[:-1]),
            (gone[:, 1:], gone[:, :-1]),
            (gone, second == 0),
        ):
            # Two independent entries are both dropped with chance p * p;
            # ten times what chance adds to that is still fine.
            if abs((one & other).mean() - p * p) > MARGIN:
                return False
    return True
