"""Counts the hits only once in the denominator.

A hit is a sample of the class *and* an answer of the class, so it belongs to both numbers
below the line. Taken out of one of them, the score of a good class rises above 1, which
no F1 can do; a perfect class gets 2.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    union = matrix.sum(axis=1) + matrix.sum(axis=0) - hits
    per_class = 2 * hits / np.maximum(union, 1)
    return matrix, per_class, float(per_class.mean())
