"""Takes the mean for the biases, and a sum for the weights.

The weights then take steps that grow with the batch. All three are means over its rows.

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
    dW = v.T @ ph - pv.T @ ph2
    return dW, (v - pv).mean(axis=0), (ph - ph2).mean(axis=0)
