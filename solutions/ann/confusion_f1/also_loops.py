"""Another right way: plain counting, class by class."""

import numpy as np


def confusion_f1(y, yhat, C):
    matrix = np.zeros((C, C))
    for truth, answer in zip(y, yhat, strict=True):
        matrix[truth, answer] += 1
    per_class = np.zeros(C)
    for c in range(C):
        tp = np.sum((y == c) & (yhat == c))
        fp = np.sum((y != c) & (yhat == c))
        fn = np.sum((y == c) & (yhat != c))
        if tp:
            per_class[c] = tp / (tp + (fp + fn) / 2)
    return matrix, per_class, sum(per_class) / C
