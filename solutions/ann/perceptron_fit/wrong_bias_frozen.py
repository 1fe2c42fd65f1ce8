"""Never changes the bias.

Without a bias the boundary is stuck to the origin: it can turn but not shift.
AND on corners 0 and 1 cannot be separated by such a line. The bias learns by
the same rule as the weights; think of it as the weight of an input that is
always 1.

Lesson: ann/one_neuron#what-the-bias-does
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
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
