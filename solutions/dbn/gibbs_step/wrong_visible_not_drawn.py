"""Returns the visible probabilities as the new states.

The hidden units are drawn, and the chain stops half way: its next step would start from grey
values. In Gibbs sampling both layers are drawn.

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
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = pv
    return ph, h, pv, v_new
