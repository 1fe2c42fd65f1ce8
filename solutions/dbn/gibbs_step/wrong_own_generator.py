"""Makes a generator of its own and ignores the one it is given.

A generator that starts anew at each call gives the same numbers at each call: a chain of a
thousand steps sees a single set of uniforms a thousand times. Chance comes from the caller,
who can then repeat it.

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
    rng = np.random.default_rng(0)
    ph = sigmoid(v @ W + c)
    h = (rng.random(ph.shape) < ph).astype(float)
    pv = sigmoid(h @ W.T + b)
    v_new = (rng.random(pv.shape) < pv).astype(float)
    return ph, h, pv, v_new
