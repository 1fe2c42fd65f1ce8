"""Takes the update gate for the share of the new.

Papers differ here. In this contract, and in torch, the gate is the share of
the *old* state: 1 keeps everything. Inverted, a network that was trained to
remember forgets.

Lesson: rnn/gru#two-gates
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
    return update * candidate + (1 - update) * h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
