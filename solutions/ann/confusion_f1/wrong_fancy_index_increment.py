"""Counts a repeated pair only once.

`matrix[y, yhat] += 1` reads all the addressed cells, adds 1, and writes them back: a pair
that occurs five times is written five times with the same 1. No entry can exceed 1. The
increments have to be added one after the other.

Lesson: ann/measuring#which-mistakes
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    matrix[y, yhat] += 1
    hits = np.diag(matrix)
    per_class = (
        2 * hits / np.maximum(matrix.sum(axis=1) + matrix.sum(axis=0), 1)
    )
    return matrix, per_class, float(per_class.mean())
