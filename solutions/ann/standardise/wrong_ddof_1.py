"""Divides the squares by N - 1 instead of N.

That estimates the deviation of a population from a sample, and is the default in pandas
but not in numpy. For a large set the two hardly differ, for a small one they do, and with
a single sample N - 1 is 0. The task's formula divides by N.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    mean = train.mean(axis=0)
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0, ddof=1))
    return tuple((part - mean) / scale for part in (train, *others))
