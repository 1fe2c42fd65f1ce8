"""Leaves the visible biases out on the way down.

Both directions have biases of their own: c on the way up, b on the way down. Without b each
pixel starts at one half.

Lesson: dbn/gibbs#there-and-back
"""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def gibbs_step(
    v: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    ph = sigmoid(v @ W + c)
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
