"""Counts the mistakes of all epochs together.

The counter starts at 0 once instead of once per epoch, so the list can only
grow. The first mistake keeps it above 0 for ever, and the test for a clean
epoch can no longer succeed. Ask of every variable in a nested loop: which loop
does it belong to?

Lesson: ann/perceptron#when-to-stop
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    wrong = 0
    for _ in range(epochs):
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
