"""One step of block Gibbs sampling."""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def gibbs_step(
    v: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Draw hidden units from visible ones, and visible ones from those.

    Args:
        v: visible units, shape (N, D).
        W: weights, shape (D, H).
        b: visible biases, shape (D,).
        c: hidden biases, shape (H,).
        rng: draws (N, H) uniform numbers first, then (N, D).

    Returns:
        (ph, h, pv, v_new): probabilities and draws of the hidden units,
        shape (N, H), then of the visible units, shape (N, D).
    """
    ph = sigmoid(v @ W + c)
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
