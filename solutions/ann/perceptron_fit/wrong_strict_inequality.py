"""Treats a score of exactly 0 as right, so the weights never leave zero.

At the start every score is 0. If 0 passes as right there is no mistake in the
whole first epoch, the loop stops, and the answer is the zero it began with. A
point *on* the line is on neither side: count it as a mistake.

Lesson: ann/perceptron#learning-from-mistakes
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) < 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
