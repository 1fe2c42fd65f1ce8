"""Gives a class that never occurs the full score.

"Nothing was wrong" is one way to see it. The macro mean then rises with every class that
is missing from the test set, and a test set with two of ten classes starts at 0.8. The
task gives such a class 0, so that nothing is earned without evidence.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    counts = matrix.sum(axis=1) + matrix.sum(axis=0)
    per_class = np.where(counts > 0, 2 * hits / np.maximum(counts, 1), 1.0)
    return matrix, per_class, float(per_class.mean())
