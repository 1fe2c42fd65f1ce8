"""A test that tells recurrent layers from things that look like one."""

from collections.abc import Callable

import numpy as np

Forward = Callable[[np.ndarray, np.ndarray], np.ndarray]


def sound(forward: Forward, D: int, H: int) -> bool:
    """Return whether a function behaves like a recurrent layer.

    Args:
        forward: `forward(X, h0)` returns states (N, T, H), for inputs
            (N, T, D) and first states (N, H).
        D: number of inputs.
        H: number of units.
    """
    # TODO: one call, then one more per promise.
    raise NotImplementedError
