"""Multiplies the caller's points by their labels.

Turning every point of class −1 around is an old trick: afterwards "right"
means a positive score for all. But `X *= …` writes into the array that was
passed in, and the caller's second class now lies on the other side of the
origin. Build a new array, or leave the label in the test.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    X *= y[:, None]
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if (w @ x + label * b) <= 0:
                w = w + x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
