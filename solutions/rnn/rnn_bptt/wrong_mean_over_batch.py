"""Divides the weights' gradients by the number of sequences.

The 1/N of a mean loss is in `dH` already. Dividing again makes every step of
training N times too short.

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
    N = len(X)
    return dA @ Wx.T, carried, dWx / N, dWh / N, np.einsum("nth->h", dA) / N
