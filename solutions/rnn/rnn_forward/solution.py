"""A recurrent layer: one state, carried through time."""

import numpy as np


def rnn_forward(
    X: np.ndarray,
    h0: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    b: np.ndarray,
) -> np.ndarray:
    """Return all states of a tanh recurrent layer.

    Args:
        X: inputs, shape (N, T, D): N sequences of T steps.
        h0: the state before the first step, shape (N, H).
        Wx: weights of the input, shape (D, H).
        Wh: weights of the state before, shape (H, H).
        b: bias, shape (H,).

    Returns:
        The state after each step, shape (N, T, H).
    """
    # What the inputs add does not depend on the state: one product for all.
    drive = X @ Wx + b
    states = np.empty(drive.shape)
    h = h0
    for t in range(X.shape[1]):
        h = np.tanh(drive[:, t] + h @ Wh)
        states[:, t] = h
    return states
