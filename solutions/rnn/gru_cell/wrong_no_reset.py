"""Leaves the reset gate out.

Then the candidate always hears the old state in full, and the unit cannot
start afresh. Look at what stands beside the state's share in the candidate.

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
    _, z_x, n_x = np.split(x @ Wx + bx, 3, axis=1)
    _, z_h, n_h = np.split(h @ Wh + bh, 3, axis=1)
    update = _sigmoid(z_x + z_h)
    candidate = np.tanh(n_x + n_h)
    return (1 - update) * candidate + update * h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
