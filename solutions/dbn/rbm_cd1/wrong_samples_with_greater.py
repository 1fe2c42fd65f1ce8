"""Turns a unit on when its uniform number exceeds the probability.

That happens with probability 1 - p: the likely units stay off. A uniform number is below p
with probability p.

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
    h = (rng.random(ph.shape) > ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    ph2 = sigmoid(pv @ W + c)
    dW = (v.T @ ph - pv.T @ ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
