"""Takes the second block for the output gate and the last for the forget gate.

The order here is input, forget, candidate, output. Both are gates, so nothing
looks odd until numbers are compared.

Lesson: rnn/lstm#the-order-of-the-gates
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
    i, o, g, f = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
