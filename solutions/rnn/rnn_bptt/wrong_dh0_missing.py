"""Returns zeros for the gradient of the first state.

The first state acts on everything that follows. What is still being carried
when the loop has passed step 0 is exactly its gradient.

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
    return dA @ Wx.T, np.zeros(h0.shape), dWx, dWh, np.einsum("nth->h", dA)
