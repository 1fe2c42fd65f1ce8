"""Runs one epoch less than it may.

`range(1, n)` has n − 1 numbers. With `epochs=1` the loop does not run at all,
and the zero line comes back with an empty list. Count the turns of your loop
for `epochs=1`.

Lesson: ann/perceptron#when-to-stop
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(1, epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
