"""Updates the caller's cell in place.

`c *= …` and `c += …` write into the array that was passed in. Training needs
the old cell for the way back.

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
    c *= _sigmoid(f)
    c += _sigmoid(i) * np.tanh(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
