"""Moves away from the point it got wrong.

Subtracting where the rule adds makes the score of a missed point worse by
exactly as much as it should have become better. The counts do not go down; the
same points tend to be missed again, each time by more. Check one update by
hand: after it, label times score must be larger than before.

Lesson: ann/perceptron#learning-from-mistakes
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w = w - label * x
                b = b - float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
