"""Averages precision and recall over the classes first, and takes F1 of the two means.

A class with high precision and low recall and another with the opposite cancel in the
means: both are poor, and the combined figure looks fine. The task scores each class and
averages the scores.

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
    precision = (hits / np.maximum(matrix.sum(axis=0), 1)).mean()
    recall = (hits / np.maximum(matrix.sum(axis=1), 1)).mean()
    total = precision + recall
    return (
        matrix,
        per_class,
        float(2 * precision * recall / total if total else 0),
    )
