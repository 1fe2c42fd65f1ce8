"""Divides each row of the matrix by its sum.

Rates are good for looking at, and lose how many samples stand behind a row: 1 of 2 and 50
of 100 become the same 0.5. Counts can be turned into rates at any time, never the other
way round. The task asks for counts.

Lesson: ann/measuring#which-mistakes
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    per_class = (
        2 * hits / np.maximum(matrix.sum(axis=1) + matrix.sum(axis=0), 1)
    )
    rates = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    return rates, per_class, float(per_class.mean())
