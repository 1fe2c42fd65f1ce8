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
    # TODO: count the pairs, then score each class.
    raise NotImplementedError
