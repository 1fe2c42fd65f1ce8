"""Draws one uniform number for all hidden units of a row.

The hidden units are independent, given the data. With one number they go on and off
together, the likely ones first.

Lesson: dbn/gibbs#all-hidden-units-at-once
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
    h = (rng.random((len(v), 1)) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    ph2 = sigmoid(pv @ W + c)
    dW = (v.T @ ph - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
