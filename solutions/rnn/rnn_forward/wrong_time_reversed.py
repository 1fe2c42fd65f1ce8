"""Reads the sequence from its end.

A layer that runs backward in time is the second half of a bidirectional
network. Here step 0 comes first: the state at step t may know the inputs 0 to
t and none after them.

Lesson: rnn/state#three-steps-by-hand
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
    for t in reversed(range(X.shape[1])):
        h = np.tanh(drive[:, t] + h @ Wh)
        states[:, t] = h
    return states
