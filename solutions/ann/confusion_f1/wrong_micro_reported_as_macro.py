"""Adds up the hits of all classes before dividing, which is the micro average.

When every sample has one class and gets one answer, micro F1 *is* the accuracy: large
classes decide it, and a rare class that is never found costs almost nothing. Macro F1
scores each class first and averages the scores, so that each class weighs the same.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    per_class = (
        2 * hits / np.maximum(matrix.sum(axis=1) + matrix.sum(axis=0), 1)
    )
    return matrix, per_class, float(hits.sum() / matrix.sum())
