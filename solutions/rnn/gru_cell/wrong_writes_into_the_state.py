"""Mixes into the caller's state.

`h *= update` writes into the array that was passed in, and whoever keeps the
states of all steps finds them all alike.

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
    r_x, z_x, n_x = np.split(x @ Wx + bx, 3, axis=1)
    r_h, z_h, n_h = np.split(h @ Wh + bh, 3, axis=1)
    reset = _sigmoid(r_x + r_h)
    update = _sigmoid(z_x + z_h)
    candidate = np.tanh(n_x + reset * n_h)
    h *= update
    h += (1 - update) * candidate
    return h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
