"""Another right way: slices of the weights, a product for each gate, the plain sigmoid."""

import numpy as np


def lstm_cell(x, h, c, Wx, Wh, b):
    size = h.shape[1]

    def score(k):
        part = slice(k * size, (k + 1) * size)
        return x.dot(Wx[:, part]) + h.dot(Wh[:, part]) + b[part]

    def gate(k):
        with np.errstate(over="ignore"):
            return 1.0 / (1.0 + np.exp(-score(k)))

    new_cell = gate(1) * c
    new_cell = new_cell + gate(0) * np.tanh(score(2))
    return [gate(3) * np.tanh(new_cell), new_cell]
