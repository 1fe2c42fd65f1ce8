"""Returns the drawn units as True and False.

A comparison gives booleans. They multiply like numbers most of the time, but `-h`, `h - ph`
and sums behave otherwise or raise. The contract asks for 0.0 and 1.0.

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
    h = rng.random(ph.shape) < ph
    pv = sigmoid(h @ W.T + b)
    v_new = rng.random(pv.shape) < pv
    return ph, h, pv, v_new
