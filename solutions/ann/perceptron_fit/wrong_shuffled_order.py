"""Visits the points in a random order.

Shuffling is a sound habit in training, and the perceptron would still
converge. But the line it finds depends on the order of the mistakes, so two
runs differ and nobody can check either by hand. This task asks for the order
of the rows; where chance is wanted, a function takes the generator as an
argument.

Lesson: ann/perceptron#the-rule-in-code
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    rng = np.random.default_rng(0)
    for _ in range(epochs):
        wrong = 0
        order = rng.permutation(len(X))
        for x, label in zip(X[order], y[order], strict=True):
            if label * (w @ x + b) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
