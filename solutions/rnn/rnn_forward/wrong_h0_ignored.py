"""Starts from zeros, whatever state it was given.

Zeros are a fine first state for a fresh sequence. But a long text is read in
pieces, and the state at the end of one piece is the start of the next. With
`h0` ignored every piece begins with an empty memory. Look at what `h` is
before the loop.

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
    h = np.zeros(h0.shape)
    for t in range(X.shape[1]):
        h = np.tanh(drive[:, t] + h @ Wh)
        states[:, t] = h
    return states
