"""Uses the same uniform numbers for hidden and visible units.

Each unit needs a number of its own. Reused numbers tie visible unit i to hidden unit i:
both tend to be on together, whatever their weights say, and the chain samples from another
distribution.

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
    (D, H), N = W.shape, len(v)
    u = rng.random((N, max(D, H)))
    ph = sigmoid(v @ W + c)
    h = (u[:, :H] < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (u[:, :D] < pv).astype(float)
    return ph, h, pv, v_new
