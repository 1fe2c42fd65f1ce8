"""Multiplies the recurrent weights with the cell in place of the state.

The gates see the input and the state, which is what the output gate let
through. (Peepholes, a variant, let them see the cell as well, with weights of
their own.)

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
    i, f, g, o = np.split(x @ Wx + c @ Wh + b, 4, axis=1)
    c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
