"""Makes every step twice as long.

The form `(label − prediction) · x` looks the same but is not: for labels −1
and +1 the difference is −2 or +2, never 1. Starting from zero this gives the
same boundary and the same mistakes, with `w` and `b` doubled, so it is easy to
miss. It is not the rule of this task.

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
                w = w + 2 * label * x
                b = b + 2.0 * float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
