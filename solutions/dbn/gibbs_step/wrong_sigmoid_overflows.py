"""Lets the exponential overflow for large inputs.

1 / (1 + e^-x) forms e^1000 for x = -1000, which is infinite: numpy warns, and a version
with e^x above and below the fraction line gives NaN. A form built on tanh, or on e^-|x|,
has no such trouble.

Lesson: dbn/gibbs#all-hidden-units-at-once
"""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.exp(x) / (1 + np.exp(x))


def gibbs_step(
    v: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    ph = sigmoid(v @ W + c)
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
