"""Takes the ordinary mean of precision and recall.

With precision 1 and recall 0.02 the ordinary mean is 0.51, for a class that is hardly
ever found. F1 is the *harmonic* mean, 0.039 here: it is high only when both are.

Lesson: ann/measuring#precision-recall-and-f1
"""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    precision = hits / np.maximum(matrix.sum(axis=0), 1)
    recall = hits / np.maximum(matrix.sum(axis=1), 1)
    per_class = (precision + recall) / 2
    return matrix, per_class, float(per_class.mean())
