"""Takes the last state for the one before the first step.

At t = 0 the index t - 1 is -1, and numpy counts from the end: `H[:, -1]` is the
state after the last step. The state before the first step is `h0`, and is not
in `H` at all.

Lesson: rnn/through_time#shared-weights-add-up
"""

import numpy as np


def rnn_bptt(
    X: np.ndarray,
    h0: np.ndarray,
    H: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    dH: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    before = np.roll(H, 1, axis=1)
    dA = np.empty(H.shape)
    carried = np.zeros(h0.shape)
    for t in reversed(range(X.shape[1])):
        dA[:, t] = (dH[:, t] + carried) * (1 - H[:, t] ** 2)
        carried = dA[:, t] @ Wh.T
    dWx = np.einsum("ntd,nth->dh", X, dA)
    dWh = np.einsum("ntk,nth->kh", before, dA)
    return dA @ Wx.T, carried, dWx, dWh, np.einsum("nth->h", dA)
