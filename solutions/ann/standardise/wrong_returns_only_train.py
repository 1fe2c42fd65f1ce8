"""Gives back the training set and leaves the others out.

The test set has to go through the same transformation, by the same numbers, or the model
is asked about data on another scale than it has learned from. The result is a tuple with
one array for each array that came in.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np


def standardise(train, *others):
    constant = train.min(axis=0) == train.max(axis=0)
    scale = np.where(constant, 1.0, train.std(axis=0))
    return ((train - train.mean(axis=0)) / scale,)
