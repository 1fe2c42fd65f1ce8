"""Gives a point on the line to the class +1.

Turning the score into a prediction with `score >= 0` decides the tie: a +1
point with score 0 is then never corrected, a −1 point is. Swap the two labels
and a different line comes out, though nothing about the points has changed. A
tie is a mistake for either class.

Lesson: ann/perceptron#learning-from-mistakes
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if (1 if w @ x + b >= 0 else -1) != label:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
