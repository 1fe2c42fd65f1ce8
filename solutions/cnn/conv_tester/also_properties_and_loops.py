"""Another right way: no yardstick but loops over single pixels."""

from itertools import product

import numpy as np


def is_right(layer):
    rng = np.random.default_rng(7)
    settings = product((1, 2), (2, 3), ((3, 2), (2, 2)), (1, 2, 3), (0, 1))
    for n, o, kernel, stride, pad in settings:
        for size in ((4, 4), (5, 7)):
            x = rng.uniform(-1, 1, (n, 3, *size))
            w = rng.uniform(-1, 1, (o, 3, *kernel))
            b = rng.uniform(1, 2, o)
            kept = [a.tobytes() for a in (x, w, b)]
            wanted = by_loops(x, w, b, stride, pad)
            try:
                y = np.asarray(layer(x, w, b, stride, pad))
                same = (
                    y.shape == wanted.shape and np.abs(y - wanted).max() < 1e-8
                )
            except Exception:
                same = False
            if not same or kept != [a.tobytes() for a in (x, w, b)]:
                return False
    return True


def by_loops(x, w, b, stride, pad):
    big = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    k, l = w.shape[2:]
    rows = range(0, big.shape[2] - k + 1, stride)
    columns = range(0, big.shape[3] - l + 1, stride)
    return np.array(
        [
            [
                [
                    [
                        (image[:, i : i + k, j : j + l] * kernel).sum() + bias
                        for j in columns
                    ]
                    for i in rows
                ]
                for kernel, bias in zip(w, b, strict=True)
            ]
            for image in big
        ]
    )
