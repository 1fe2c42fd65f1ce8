"""Another right way: the stack defined by recursion."""

import numpy as np


def up(layer, data):
    x = data @ layer[0] + layer[2]
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def fit_dbn(X, sizes, fit):
    if not len(sizes):
        return []
    first = fit(X, sizes[0])
    return [first, *fit_dbn(up(first, X), sizes[1:], fit)]


def transform(stack, X, depth=None):
    if depth == 0 or not stack:
        return np.array(X, dtype=float)
    rest = None if depth is None else depth - 1
    return transform(stack[1:], up(stack[0], X), rest)
