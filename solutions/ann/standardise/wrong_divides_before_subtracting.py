"""Divides first and subtracts the mean of the raw column afterwards.

The mean is in the units of the data; after the division the data are no longer in those
units. Columns end with deviation 1 but not with mean 0. Brackets decide the order.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    mean = train.mean(axis=0)
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0))
    return tuple(part / scale - mean for part in (train, *others))
