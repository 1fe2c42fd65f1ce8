"""Confusion matrix and macro F1."""

import numpy as np


def confusion_f1(
    y: np.ndarray, yhat: np.ndarray, C: int
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return the confusion matrix, the F1 of each class, and their mean.

    Args:
        y: true classes, ints, shape (N,).
        yhat: answers of the model, ints, shape (N,).
        C: number of classes.

    Returns:
        matrix: counts, shape (C, C); rows are true classes.
        per_class: F1 of each class, shape (C,).
        macro: mean of the C values.
    """
    matrix = np.zeros((C, C), dtype=int)
    np.add.at(matrix, (y, yhat), 1)
    hits = np.diag(matrix)
    # Every sample of a class is in its row, every answer in its column. An
    # absent class has neither, and no hits: 0/1 instead of 0/0.
    true_and_answered = matrix.sum(axis=1) + matrix.sum(axis=0)
    per_class = 2 * hits / np.maximum(true_and_answered, 1)
    return matrix, per_class, float(per_class.mean())
