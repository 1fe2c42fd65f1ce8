"""Multiplies by the state of the same step for the gradient of `Wh`.

`Wh` was multiplied by the state *before* the step. What stood beside the
weight in the forward pass is what its gradient is built from: $h_{t-1}$, and
for the first step $h_0$.

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
    dA = np.empty(H.shape)
    carried = np.zeros(h0.shape)
    for t in reversed(range(X.shape[1])):
        dA[:, t] = (dH[:, t] + carried) * (1 - H[:, t] ** 2)
        carried = dA[:, t] @ Wh.T
    dWx = np.einsum("ntd,nth->dh", X, dA)
    dWh = np.einsum("ntk,nth->kh", H, dA)
    return dA @ Wx.T, carried, dWx, dWh, np.einsum("nth->h", dA)
