"""Multiplies the two differences instead of subtracting two products.

The gradient compares how often a pair is on *together* in the data and in the dream. The
product of the two differences is another number: it is 0 whenever the visible units are
reconstructed perfectly, and positive when both layers are wrong in the same direction.

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
    dW = (v - pv).T @ (ph - ph2) / len(v)
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
