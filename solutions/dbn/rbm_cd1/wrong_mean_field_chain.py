"""Reconstructs from the hidden probabilities, without drawing states.

A probability of 0.37 carries far more than the one bit that a unit of the model can pass
on. The machine learns to reconstruct through grey values that it never has when it samples
by itself, and its dreams are poor although the reconstruction error is low.

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
    pv = sigmoid(ph @ W.T + b)
    ph2 = sigmoid(pv @ W + c)
    dW = (v.T @ ph - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
