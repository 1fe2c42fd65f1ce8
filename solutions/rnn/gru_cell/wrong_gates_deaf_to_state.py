"""Computes the gates from the input alone.

Whether something should be kept depends on what is being kept. Both gates see
the input and the state.

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
    _, _, n_h = np.split(h @ Wh + bh, 3, axis=1)
    reset = _sigmoid(r_x)
    update = _sigmoid(z_x)
    candidate = np.tanh(n_x + reset * n_h)
    return (1 - update) * candidate + update * h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
