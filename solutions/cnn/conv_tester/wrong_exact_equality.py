"""Demands the same numbers to the last bit.

Right programs add up in different orders, and floating point sums depend on
the order by some 1e-16. A test that rejects them is not strict but wrong.

Lesson: backprop/checking#finding-a-planted-bug
"""

import numpy as np

from tutor.yours import conv2d

TRIES = 30


def is_right(layer):
    rng = np.random.default_rng(0)
    for _ in range(TRIES):
        n, c, o, k, l, stride = rng.integers(1, 4, 6)
        height, width = rng.integers(3, 8, 2)
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
        if not np.array_equal(got, expected):
            return False
        if not all(map(np.array_equal, given, (x, w, b))):
            return False
    return True
