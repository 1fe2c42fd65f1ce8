"""Uses tanh for the gates.

A tanh gate can be negative, and a negative forget gate turns the sign of the
memory at every step. How much to let through lies between 0 and 1: that is
what the sigmoid gives.

Lesson: rnn/lstm#the-rule
"""

import numpy as np


def lstm_cell(
    x: np.ndarray,
    h: np.ndarray,
    c: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    b: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    i, f, g, o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    return np.tanh(z)
