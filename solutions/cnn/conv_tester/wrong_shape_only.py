"""Looks at the shape of the answer and not at the numbers.

A shape check finds a forgotten stride. It accepts a layer that flips its
kernels, has no bias or answers at random. Compare the values too.

Lesson: cnn/channels#all-at-once
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
        if np.shape(got) != expected.shape:
            return False
        if not all(map(np.array_equal, given, (x, w, b))):
            return False
    return True
