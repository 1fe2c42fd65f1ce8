"""Keeps the squashed cell as the cell.

The tanh is for what the cell *shows*. Put on the cell itself it brings back
the factor below 1 at every step that the cell was made to avoid.

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
    c = np.tanh(_sigmoid(f) * c + _sigmoid(i) * np.tanh(g))
    return _sigmoid(o) * c, c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
