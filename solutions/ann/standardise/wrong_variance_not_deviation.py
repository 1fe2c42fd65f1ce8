"""Divides by the variance instead of the standard deviation.

The variance is in squared units: a column with deviation 10 ends with deviation 0.1, one
with deviation 0.1 ends with 10, so the scales are turned round instead of made equal. The
deviation is the root of the variance.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    mean = train.mean(axis=0)
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.var(axis=0))
    return tuple((part - mean) / scale for part in (train, *others))
