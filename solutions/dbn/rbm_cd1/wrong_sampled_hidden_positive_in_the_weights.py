"""Pairs the data with drawn states in the gradient of the weights.

The probabilities have the same mean without the noise of the draw. States are needed for
the reconstruction only.

Lesson: dbn/contrastive_divergence#sample-or-probability
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
    dW = (v.T @ h - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
