"""Returns the gradient of the first *sum* for that of the first state.

Between the first sum and `h0` stands the multiplication with `Wh`. The
gradient has to pass it, like at every other step.

Lesson: rnn/through_time#the-rule
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
    before = np.concatenate([h0[:, None], H[:, :-1]], axis=1)
    dA = np.empty(H.shape)
    carried = np.zeros(h0.shape)
    for t in reversed(range(X.shape[1])):
        dA[:, t] = (dH[:, t] + carried) * (1 - H[:, t] ** 2)
        carried = dA[:, t] @ Wh.T
    dWx = np.einsum("ntd,nth->dh", X, dA)
    dWh = np.einsum("ntk,nth->kh", before, dA)
    return dA @ Wx.T, dA[:, 0], dWx, dWh, np.einsum("nth->h", dA)
