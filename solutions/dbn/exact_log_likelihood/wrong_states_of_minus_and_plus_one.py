"""Enumerates patterns of -1 and 1 instead of 0 and 1.

Those are the states of an Ising model. The units of this machine are 0 or 1, and a unit
that is off contributes nothing.

Lesson: dbn/watching#the-exact-number
"""

import itertools

import numpy as np

from tutor.yours import free_energy


def log_partition(W: np.ndarray, b: np.ndarray, c: np.ndarray) -> float:
    if len(c) <= len(b):
        W, b, c = W.T, c, b
    patterns = np.array(list(itertools.product((-1.0, 1.0), repeat=len(b))))
    scores = -free_energy(patterns, W, b, c)
    return float(np.logaddexp.reduce(scores))


def log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> float:
    log_z = log_partition(W, b, c)
    return float((-free_energy(v, W, b, c) - log_z).mean())
