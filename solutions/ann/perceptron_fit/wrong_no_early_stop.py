"""Runs all epochs, also after one without mistakes.

After a clean epoch nothing will change again: every test will pass, so no
update can follow. The line returned is the same, but the list fills up with
zeros and the time is wasted. Leave the loop when the count of the epoch is 0.

Lesson: ann/perceptron#when-to-stop
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
    return w, b, mistakes
