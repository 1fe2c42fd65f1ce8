"""Squashes the candidate to between 0 and 1, like the gates.

A gate says *how much*, and lies between 0 and 1. The candidate says *what*,
and has to be able to subtract: with a sigmoid the cell can only ever grow.

Lesson: rnn/lstm#an-adding-cell
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
    c = _sigmoid(f) * c + _sigmoid(i) * _sigmoid(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
