"""One step of an LSTM."""

import numpy as np


def lstm_cell(
    x: np.ndarray,
    h: np.ndarray,
    c: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    b: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the state and the cell after one step.

    Args:
        x: inputs of this step, shape (N, D).
        h: the state before, shape (N, H).
        c: the cell before, shape (N, H).
        Wx: weights of the input, shape (D, 4 H): the blocks of the input
            gate, the forget gate, the candidate and the output gate.
        Wh: weights of the state, shape (H, 4 H), in the same order.
        b: bias, shape (4 H,), in the same order.

    Returns:
        (h, c) after the step, each (N, H).
    """
    # One product makes the scores of all four; then they go separate ways.
    i, f, g, o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(g)
    return _sigmoid(o) * np.tanh(c), c


def _sigmoid(z):
    # The tanh form does not overflow.
    return 0.5 * (1 + np.tanh(0.5 * z))
