"""Starts every epoch from zero again.

What the last epoch learned is thrown away, so every epoch does exactly the
same and the counts never change. Learning is what stays from one pass to the
next: the line must be created once, before the first epoch.

Lesson: ann/perceptron#when-to-stop
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        w, b = np.zeros(X.shape[1]), 0.0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
