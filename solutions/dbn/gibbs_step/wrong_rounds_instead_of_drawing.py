"""Switches a unit on whenever its probability exceeds one half.

Rounding takes the most probable state of every unit. A unit at 0.6 should be off four times
in ten; here it never is, and the chain can no longer visit what is less than likely.

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
    h = (ph > 0.5).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (pv > 0.5).astype(float)
    return ph, h, pv, v_new
