"""Draws one set of uniform numbers for the hidden units of all rows.

Rows are chains of their own. With common numbers their hidden units move alike.

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
    h = (rng.random(ph.shape[1]) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
