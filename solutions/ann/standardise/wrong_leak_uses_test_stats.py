"""Standardises every set by its own mean and deviation.

Each set then comes out centred, and the same pixel value means something else in training
and in testing. A model that is used on one sample at a time could not do this at all: the
mean of one sample is the sample, and everything becomes 0. Only `train` may be asked for
numbers; the other sets are transformed as if you had not seen them yet.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    results = []
    for part in (train, *others):
        constant = part.min(axis=0) == part.max(axis=0)
        scale = np.where(constant, 1.0, part.std(axis=0))
        results.append((part - part.mean(axis=0)) / scale)
    return tuple(results)
