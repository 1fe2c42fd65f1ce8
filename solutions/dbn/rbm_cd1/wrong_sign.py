"""Subtracts the data from the reconstruction.

The data should become more probable and the machine's own dream less so. With the sign
turned round the reconstruction error rises from the first step on, and the weights run away
from the data.

Lesson: dbn/contrastive_divergence#two-phases
"""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def rbm_cd1(
    v: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    ph = sigmoid(v @ W + c)
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    ph2 = sigmoid(pv @ W + c)
    dW = (pv.T @ ph2 - v.T @ ph) / len(v)
    return dW, (pv - v).mean(axis=0), (ph2 - ph).mean(axis=0)
