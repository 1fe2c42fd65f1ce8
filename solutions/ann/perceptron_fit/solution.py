"""The perceptron rule: learn a line from its mistakes."""

import numpy as np


def perceptron_fit(
    X: np.ndarray, y: np.ndarray, epochs: int = 100
) -> tuple[np.ndarray, float, list[int]]:
    """Fit a line to labelled points by the perceptron rule.

    Args:
        X: points, shape (N, D).
        y: labels, shape (N,), each -1 or +1.
        epochs: the largest number of passes over the points.

    Returns:
        The weights, shape (D,), the bias, and the number of mistakes of each
        epoch that was run.
    """
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            # Label and score of equal sign multiply to something positive.
            # At the start every score is 0: that must count as a mistake, or
            # nothing would ever move.
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
