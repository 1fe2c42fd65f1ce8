"""Divides 0 by 0 for a class that never occurs.

The result is NaN, and the mean of anything with NaN is NaN: one absent class and the
whole score is gone. In a small test set, or in one batch, an absent class is nothing
unusual. Decide what such a class scores before you divide.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    per_class = 2 * hits / (matrix.sum(axis=1) + matrix.sum(axis=0))
    return matrix, per_class, float(per_class.mean())
