"""Applies the reset gate to the state before the product.

That is how the first paper has it. Here, as in torch, the state goes through
its weights first and the result, bias included, is weighed by the gate. The
two are different networks: weights of one do not work in the other.

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
    r_x, z_x, n_x = np.split(x @ Wx + bx, 3, axis=1)
    r_h, z_h, _ = np.split(h @ Wh + bh, 3, axis=1)
    reset = _sigmoid(r_x + r_h)
    update = _sigmoid(z_x + z_h)
    H = h.shape[1]
    recurrent = (reset * h) @ Wh[:, 2 * H :] + bh[2 * H :]
    candidate = np.tanh(n_x + recurrent)
    return (1 - update) * candidate + update * h


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
