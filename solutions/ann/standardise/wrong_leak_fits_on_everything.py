"""Computes mean and deviation of all sets together.

The test samples have then helped to choose the numbers that transform the training set,
so they are no longer unseen. With a mean the harm is small; with a step that looks at
labels it turns noise into 89 % accuracy, and the habit is the same. Split first, and ask
only the training part for numbers.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    everything = np.concatenate([train, *others])
    mean = everything.mean(axis=0)
    constant = everything.min(axis=0) == everything.max(axis=0)
    scale = np.where(constant, 1.0, everything.std(axis=0))
    return tuple((part - mean) / scale for part in (train, *others))
