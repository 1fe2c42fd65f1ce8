"""Leaves absent classes out of the mean.

Whether an absent class counts is a convention; scikit-learn leaves it out unless you pass
the list of labels. The task divides by `C`, so that two models, or two test sets, are
averaged over the same classes. Which one a published number uses is worth a look.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    counts = matrix.sum(axis=1) + matrix.sum(axis=0)
    per_class = 2 * hits / np.maximum(counts, 1)
    return matrix, per_class, float(per_class[counts > 0].mean())
