"""Draws one uniform number for all units of a row.

Given the other layer, the units of a layer are independent, so each needs a number of its
own. With a shared one they switch on in the order of their probabilities, all together or
not at all.

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
    v_new = (rng.random((len(v), 1)) < pv).astype(float)
    return ph, h, pv, v_new
