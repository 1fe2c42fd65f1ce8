"""Draws one uniform number for all hidden units of a row.

Given the visible units the hidden ones are independent. With one number they go on and off
together, the likely ones first.

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
    ph = sigmoid(v @ W + c)
    h = (rng.random((len(v), 1)) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
