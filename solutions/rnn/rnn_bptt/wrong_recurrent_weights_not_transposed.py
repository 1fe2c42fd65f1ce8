"""Sends the gradient back through `Wh` in place of its transpose.

Forward, row k of `Wh` spread unit k over all units. Backward, unit k collects
from all of them: that is the product with the transpose. The matrix is square,
so nothing complains.

Lesson: rnn/through_time#backward-through-three-steps
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
        carried = dA[:, t] @ Wh
    dWx = np.einsum("ntd,nth->dh", X, dA)
    dWh = np.einsum("ntk,nth->kh", before, dA)
    return dA @ Wx.T, carried, dWx, dWh, np.einsum("nth->h", dA)
