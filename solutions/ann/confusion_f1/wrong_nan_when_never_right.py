"""Combines precision 0 and recall 0 into 0/0.

A class that occurs but is never hit has precision 0 and recall 0, and their harmonic mean
has a denominator of 0 too. Guarding the first two divisions is not enough. The form with
counts, hits over samples and answers, has one denominator instead of three.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    precision = hits / np.maximum(matrix.sum(axis=0), 1)
    recall = hits / np.maximum(matrix.sum(axis=1), 1)
    per_class = 2 * precision * recall / (precision + recall)
    per_class[matrix.sum(axis=0) + matrix.sum(axis=1) == 0] = 0
    return matrix, per_class, float(per_class.mean())
