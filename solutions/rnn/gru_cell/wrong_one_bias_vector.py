"""Adds both biases outside of the reset gate.

For the two gates only the sum of the biases matters. For the candidate it does
not: the state's bias is inside of what the reset gate weighs, the input's bias
outside.

Lesson: rnn/gru#where-the-reset-stands
"""

import numpy as np


def gru_cell(
    x: np.ndarray,
    h: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    bx: np.ndarray,
    bh: np.ndarray,
) -> np.ndarray:
    r_x, z_x, n_x = np.split(x @ Wx + bx + bh, 3, axis=1)
    r_h, z_h, n_h = np.split(h @ Wh, 3, axis=1)
    reset = _sigmoid(r_x + r_h)
    update = _sigmoid(z_x + z_h)
    candidate = np.tanh(n_x + reset * n_h)
    return (1 - update) * candidate + update * h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
