"""Standardises along the rows, one sample at a time.

Samples stand in rows and features in columns. Along a row you mix different features of
one sample, and lose how bright or how large that sample is compared with others. The mean
of a feature runs *down* its column, over the samples.

Lesson: ann/layers#broadcasting
"""

import numpy as np


def standardise(train, *others):
    results = []
    for part in (train, *others):
        constant = part.min(axis=1, keepdims=True) == part.max(
            axis=1, keepdims=True
        )
        scale = np.where(constant, 1.0, part.std(axis=1, keepdims=True))
        results.append((part - part.mean(axis=1, keepdims=True)) / scale)
    return tuple(results)
