"""Turns a unit on when its uniform number exceeds the probability.

A uniform number is *below* 0.9 nine times in ten, so `u > p` turns a unit that should be on
nine times in ten on once in ten. Every unit does the opposite of what it should, and only
units at one half look right.

Lesson: dbn/gibbs#there-and-back
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
    h = (rng.random(ph.shape) > ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) > pv).astype(float)
    return ph, h, pv, v_new
