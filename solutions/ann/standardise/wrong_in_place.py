"""Writes the result into the caller's own arrays.

`-=` and `/=` change the array that was passed in. Call the function twice, or look at the
pictures afterwards, and the original pixels are gone. A plain subtraction builds a new
array.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def standardise(train, *others):
    mean = train.mean(axis=0)
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0))
    results = []
    for part in (train, *others):
        part = np.asarray(part, dtype=float)
        part -= mean
        part /= scale
        results.append(part)
    return tuple(results)
