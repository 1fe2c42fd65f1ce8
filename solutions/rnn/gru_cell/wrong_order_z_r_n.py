"""Takes the update gate for the first block and the reset gate for the second.

The order here is reset, update, candidate. Some libraries put the update gate
first.

Lesson: rnn/gru#the-rule
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
    z_x, r_x, n_x = np.split(x @ Wx + bx, 3, axis=1)
    z_h, r_h, n_h = np.split(h @ Wh + bh, 3, axis=1)
    reset = _sigmoid(r_x + r_h)
    update = _sigmoid(z_x + z_h)
    candidate = np.tanh(n_x + reset * n_h)
    return (1 - update) * candidate + update * h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
