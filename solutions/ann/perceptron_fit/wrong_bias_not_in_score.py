"""Learns a bias but leaves it out of the score.

The test asks about `w · x` alone, so mistakes are found for a line through the
origin while another line, with the bias, is returned. The two disagree about
which points are wrong. The score of a neuron always has both parts.

Lesson: ann/one_neuron#the-rule
"""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x) <= 0:
                w = w + label * x
                b = b + float(label)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
