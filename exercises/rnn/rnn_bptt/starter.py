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
    # TODO: walk from the last step to the first.
    raise NotImplementedError
