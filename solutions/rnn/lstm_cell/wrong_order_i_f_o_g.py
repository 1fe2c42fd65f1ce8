"""Takes the blocks in the order input, forget, output, candidate.

Some books and courses pack the weights like that. This contract, and torch,
put the candidate third and the output gate last. Read with the wrong map,
candidate and output gate trade their weights.

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
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
