"""Returns the cell first and the state second.

Both have the same shape, so that no error tells. The state, which others may
see, comes first; the cell, which is the layer's own, second.

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
    return c, _sigmoid(o) * np.tanh(c)


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
