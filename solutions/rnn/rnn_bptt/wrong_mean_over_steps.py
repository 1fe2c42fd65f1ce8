"""Divides the weights' gradients by the number of steps.

Whether the loss is a mean over steps is the loss's affair: then 1/T is in `dH`
already. The layer adds up what it is handed.

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
    before = np.concatenate([h0[:, None], H[:, :-1]], axis=1)
    dA = np.empty(H.shape)
    carried = np.zeros(h0.shape)
    for t in reversed(range(X.shape[1])):
        dA[:, t] = (dH[:, t] + carried) * (1 - H[:, t] ** 2)
        carried = dA[:, t] @ Wh.T
    dWx = np.einsum("ntd,nth->dh", X, dA)
    dWh = np.einsum("ntk,nth->kh", before, dA)
    T = X.shape[1]
    return dA @ Wx.T, carried, dWx / T, dWh / T, np.einsum("nth->h", dA) / T
