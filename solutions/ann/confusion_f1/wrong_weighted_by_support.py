"""Weights each class by how many samples it has.

That is the *weighted* F1. Like accuracy it follows the large classes: a rare class that
is never found hardly lowers it. The macro mean gives every class the same weight, which
is the point of it.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    support = matrix.sum(axis=1)
    per_class = 2 * hits / np.maximum(support + matrix.sum(axis=0), 1)
    return (
        matrix,
        per_class,
        float((per_class * support).sum() / support.sum()),
    )
