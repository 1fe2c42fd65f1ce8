"""Returns the gated cell without squashing it.

A cell can grow to any size, since it adds. What goes on as the state is its
tanh, so that the next step's scores stay within reason.

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
    return _sigmoid(o) * c, c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
