"""Tests square images and square kernels only.

Rows and columns can change places unseen when there are as many of one as of
the other. Use sizes that all differ, *and* a square case: some mistakes only
run there.

Lesson: cnn/sharing#two-dimensions
"""

import numpy as np

from tutor.yours import conv2d

TRIES = 30


def is_right(layer):
    rng = np.random.default_rng(0)
    for _ in range(TRIES):
        n, c, o, k, l, stride = rng.integers(1, 4, 6)
        height, width = rng.integers(3, 8, 2)
        width, l = height, k
        pad = rng.integers(0, 3)
        x = rng.normal(size=(n, c, height, width))
        w = rng.normal(size=(o, c, k, l))
        b = rng.normal(size=o)
        expected = conv2d(x, w, b, stride, pad)
        given = [a.copy() for a in (x, w, b)]
        try:
            got = layer(*given, stride, pad)
        except Exception:
            return False
        if np.shape(got) != expected.shape or not np.allclose(got, expected):
            return False
        if not all(map(np.array_equal, given, (x, w, b))):
            return False
    return True
