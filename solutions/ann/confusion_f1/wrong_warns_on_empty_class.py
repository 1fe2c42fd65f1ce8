"""Divides 0 by 0 and replaces the NaN afterwards.

The numbers come out right, with a warning each time. A warning that is always there hides
the next one, and the replacement would also cover up a NaN with another cause. Look for
the empty denominators first.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    per_class = np.nan_to_num(
        2 * hits / (matrix.sum(axis=1) + matrix.sum(axis=0))
    )
    return matrix, per_class, float(per_class.mean())
