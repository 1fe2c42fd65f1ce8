"""Compares the mean of the differences, signs and all.

Differences above and below cancel: a mean of 0 is what two tables with nothing
in common may have. Every single difference has to be small, whatever its sign.

Lesson: rnn/state#batch-time-feature
"""

from collections.abc import Callable

import numpy as np

Forward = Callable[[np.ndarray, np.ndarray], np.ndarray]


def sound(forward: Forward, D: int, H: int) -> bool:
    rng = np.random.default_rng(0)
    X, h0 = rng.normal(size=(3, 6, D)), rng.uniform(-1, 1, (3, H))
    whole = forward(X, h0)
    later, other = X.copy(), -h0
    later[:, 3:] += 1
    earlier = X.copy()
    earlier[:, 0] += 1
    return (
        _same(forward(X[1:2], h0[1:2])[0], whole[1])
        and _same(forward(later, h0)[:, :3], whole[:, :3])
        and _same(forward(X[:, 2:], whole[:, 1]), whole[:, 2:])
        and not _same(forward(X, other)[:, 0], whole[:, 0])
        and not _same(forward(earlier, h0)[:, 0], whole[:, 0])
    )


def _same(one, other):
    return abs((one - other).mean()) < 1e-3
