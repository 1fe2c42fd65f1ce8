"""Reports each state one step late.

The state is stored before it is updated, so that place 0 holds `h0` and the
last state is never reported. The result at step t is the state *after* the
input of step t was read.

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
        states[:, t] = h
        h = np.tanh(drive[:, t] + h @ Wh)
    return states
