"""Works with labels 0 and 1, so one class never moves the weights.

The rule multiplies by the label. With 0 for the second class its product is 0:
its test `0 <= 0` calls every such point a mistake, for ever, and its update
adds nothing. Only the first class pulls, and no epoch is ever clean. The rule
is written for −1 and +1, where the label is the direction of the pull.

Lesson: ann/perceptron#learning-from-mistakes
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    y = (y + 1) // 2
    for _ in range(epochs):
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
