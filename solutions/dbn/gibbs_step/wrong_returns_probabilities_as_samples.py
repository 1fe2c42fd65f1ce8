"""Passes the probabilities on as if they were draws.

A Gibbs chain walks from state to state, and a state is made of zeros and ones. With
probabilities in place of draws nothing is random any more: the chain slides to a fixed
point and stays there.

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
    h = ph.copy()
    pv = sigmoid(h @ W.T + b)
    v_new = pv.copy()
    return ph, h, pv, v_new
