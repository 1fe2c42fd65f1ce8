"""Backpropagation through time, for a tanh recurrent layer."""

import numpy as np


def rnn_bptt(
    X: np.ndarray,
    h0: np.ndarray,
    H: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    dH: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of a recurrent layer, through all its steps.

    Args:
        X: inputs, shape (N, T, D), T at least 1.
        h0: the state before the first step, shape (N, H).
        H: the states that `rnn_forward` returned, shape (N, T, H).
        Wx: weights of the input, shape (D, H).
        Wh: weights of the state before, shape (H, H).
        dH: the gradient of the loss for each state by way of what is done
            with that state outside of the layer, shape (N, T, H).

    Returns:
        (dX, dh0, dWx, dWh, db), each with the shape of its variable.
    """
    before = np.concatenate([h0[:, None], H[:, :-1]], axis=1)
    dA = np.empty(H.shape)
    carried = np.zeros(h0.shape)
    for t in reversed(range(X.shape[1])):
        # A state is used twice: outside of the layer, and by the next step.
        dA[:, t] = (dH[:, t] + carried) * (1 - H[:, t] ** 2)
        carried = dA[:, t] @ Wh.T
    # Shared weights collect from every sample and every step.
    dWx = np.einsum("ntd,nth->dh", X, dA)
    dWh = np.einsum("ntk,nth->kh", before, dA)
    return dA @ Wx.T, carried, dWx, dWh, np.einsum("nth->h", dA)
