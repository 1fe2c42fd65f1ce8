"""Gives the hidden units the visible biases, and the other way round.

b belongs to the visible units and c to the hidden ones. Where there are as many of one as
of the other nothing crashes, and each layer obeys the other's preferences.

Lesson: dbn/gibbs#all-hidden-units-at-once
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
    ph = sigmoid(v @ W + b)
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + c)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
