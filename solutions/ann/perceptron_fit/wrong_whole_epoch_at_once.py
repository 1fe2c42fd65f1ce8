"""Tests all points against the line from the start of the epoch.

With one test for all rows, the second point is judged by a line that does not
know about the first mistake yet, and all corrections are added at the end.
That is another algorithm, and a jerkier one: it may overshoot where single
steps would not. The rule moves *before* it looks at the next point.

Lesson: ann/perceptron#the-rule-in-code
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        w_start, b_start = w, b
        for x, label in zip(X, y, strict=True):
            if label * (w_start @ x + b_start) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
