"""Pairs the reconstruction with the hidden states from which it was made.

The negative phase asks what the hidden units make of the reconstruction: they are computed
once more, from it.

Lesson: dbn/contrastive_divergence#one-step-is-enough-to-start-with
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
    dW = (v.T @ ph - pv.T @ h) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
