"""Averages the bias gradients over units as well as rows.

Each unit has a bias and a gradient of its own. The mean runs over the rows alone, axis 0.

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
    dW = (v.T @ ph - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(), (ph - ph2).mean()
