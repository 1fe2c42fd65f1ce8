"""Adds every missed point, whatever its class.

A missed point of class +1 must pull its score up and one of class −1 must push
its score down. Without the label in the update both go up, and the score of a
missed −1 point gets worse every time it is seen. The label carries the
direction.

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
                w = w + x
                b = b + 1.0
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
