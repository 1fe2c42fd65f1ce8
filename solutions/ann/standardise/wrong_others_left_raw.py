"""Transforms the training set only, and passes the others through as they came.

The model learns from numbers around 0 and is then tested on raw ones, whose scale it has
never seen. Its test accuracy falls, and no error message says why. Whatever is done to
the training set is done to every set, with the same numbers.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0))
    fresh = (np.array(part, dtype=float) for part in others)
    return ((train - train.mean(axis=0)) / scale, *fresh)
