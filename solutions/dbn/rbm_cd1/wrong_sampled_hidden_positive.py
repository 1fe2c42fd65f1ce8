"""Uses drawn states beside the data, where probabilities do better.

The draw is right on average, so the machine still learns. But its noise ends up in every
step, and it is noise for nothing: the probability is known and is that average.

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
    return dW, (v - pv).mean(axis=0), (h - ph2).mean(axis=0)
