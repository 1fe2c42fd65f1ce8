"""Leaves the loop before it notes the clean epoch.

The list then ends in a positive number, and a reader of it cannot tell
"stopped because everything was right" from "ran out of epochs". The 0 at the
end is the proof of success: look at the order of the last two steps of an
epoch.

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
        if wrong == 0:
            break
        mistakes.append(wrong)
    return w, b, mistakes
