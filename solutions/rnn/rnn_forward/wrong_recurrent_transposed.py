"""Multiplies the state by the transpose of its weights.

States are rows here, so that row j of `Wh` holds what unit j sends to the
others. `Wh.T` swaps sender and receiver. Since the matrix is square nothing
complains: only numbers can tell.

Lesson: rnn/state#the-rule
"""

import numpy as np


def rnn_forward(
    X: np.ndarray,
    h0: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    b: np.ndarray,
) -> np.ndarray:
    drive = X @ Wx + b
    states = np.empty(drive.shape)
    h = h0
    for t in range(X.shape[1]):
        h = np.tanh(drive[:, t] + h @ Wh.T)
        states[:, t] = h
    return states
