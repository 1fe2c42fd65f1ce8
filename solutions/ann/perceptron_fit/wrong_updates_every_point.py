"""Moves the line at every point, also at those it already has right.

The counts come from the test, but the update stands outside it. A point on the
right side then still pulls the line, however safe it is, so the line never
comes to rest: with more points of one class the bias drifts for ever. Look at
which lines of your inner loop belong to the `if`.

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
                wrong += 1
            w = w + label * x
            b = b + float(label)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
