"""Returns the state after the last step and drops the others.

The last state is enough to classify a sequence. To predict every next symbol,
or to go backward through time, all T of them are needed, in an array (N, T,
H).

Lesson: rnn/state#batch-time-feature
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
        h = np.tanh(drive[:, t] + h @ Wh)
        states[:, t] = h
    return h
