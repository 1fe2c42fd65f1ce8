"""Takes the classes from the data instead of from `C`.

A class that happens to be absent has no row then, the matrix shrinks, and every later
class slides into the wrong row. Two test sets give matrices that cannot be added or
compared. The number of classes belongs to the task, not to the sample at hand.

Lesson: ann/measuring#which-mistakes
"""

import numpy as np


def confusion_f1(y, yhat, C):
    seen, places = np.unique(np.concatenate([y, yhat]), return_inverse=True)
    matrix = np.zeros((len(seen), len(seen)), dtype=int)
    np.add.at(matrix, (places[: len(y)], places[len(y) :]), 1)
    hits = np.diag(matrix)
    per_class = (
        2 * hits / np.maximum(matrix.sum(axis=1) + matrix.sum(axis=0), 1)
    )
    return matrix, per_class, float(per_class.mean())
