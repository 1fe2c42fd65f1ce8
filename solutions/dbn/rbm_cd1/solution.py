"""The gradient of contrastive divergence."""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def rbm_cd1(
    v: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the direction in which CD-1 moves the parameters.

    Args:
        v: a mini-batch of visible units, shape (N, D).
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).
        rng: draws (N, H) uniform numbers, once.

    Returns:
        (dW, db, dc), to be added to the parameters.
    """
    ph = sigmoid(v @ W + c)
    # The states alone cross to the reconstruction: one bit per unit, so that
    # a hidden unit cannot smuggle a grey value through.
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    ph2 = sigmoid(pv @ W + c)
    dW = (v.T @ ph - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
