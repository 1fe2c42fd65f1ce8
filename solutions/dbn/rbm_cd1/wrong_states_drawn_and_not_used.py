"""Draws hidden states, and reconstructs from the probabilities all the same.

One bit per unit is to cross to the visible side. Probabilities carry more, and the machine
learns to rely on it.

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
    rng.random(ph.shape)
    pv = sigmoid(ph @ W.T + b)
    ph2 = sigmoid(pv @ W + c)
    dW = (v.T @ ph - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
