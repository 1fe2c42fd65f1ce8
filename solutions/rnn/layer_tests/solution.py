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
    rng = np.random.default_rng(0)
    X, h0 = rng.normal(size=(3, 6, D)), rng.uniform(-1, 1, (3, H))
    whole = forward(X, h0)
    later, other = X.copy(), -h0
    later[:, 3:] += 1
    earlier = X.copy()
    earlier[:, 0] += 1
    return (
        # Nobody else in the batch matters.
        _same(forward(X[1:2], h0[1:2])[0], whole[1])
        # What comes later does not matter.
        and _same(forward(later, h0)[:, :3], whole[:, :3])
        # The state is all that is carried.
        and _same(forward(X[:, 2:], whole[:, 1]), whole[:, 2:])
        # The state before and the input do matter.
        and not _same(forward(X, other)[:, 0], whole[:, 0])
        and not _same(forward(earlier, h0)[:, 0], whole[:, 0])
    )


def _same(one, other):
    return np.allclose(one, other, 0, 1e-4)
