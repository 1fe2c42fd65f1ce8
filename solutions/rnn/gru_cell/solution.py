"""One step of a GRU."""

import numpy as np


def gru_cell(
    x: np.ndarray,
    h: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    bx: np.ndarray,
    bh: np.ndarray,
) -> np.ndarray:
    """Return the state after one step.

    Args:
        x: inputs of this step, shape (N, D).
        h: the state before, shape (N, H).
        Wx: weights of the input, shape (D, 3 H): the blocks of the reset
            gate, the update gate and the candidate.
        Wh: weights of the state, shape (H, 3 H), in the same order.
        bx: bias that goes with the input, shape (3 H,).
        bh: bias that goes with the state, shape (3 H,).

    Returns:
        The state after the step, (N, H).
    """
    r_x, z_x, n_x = np.split(x @ Wx + bx, 3, axis=1)
    r_h, z_h, n_h = np.split(h @ Wh + bh, 3, axis=1)
    reset = _sigmoid(r_x + r_h)
    update = _sigmoid(z_x + z_h)
    # The reset gate weighs what the state says, not the state itself.
    candidate = np.tanh(n_x + reset * n_h)
    return (1 - update) * candidate + update * h


def _sigmoid(z):
    # The tanh form does not overflow.
    return 0.5 * (1 + np.tanh(0.5 * z))
