"""Takes the free energy for the logarithm of the unnormalised probability.

It is minus that logarithm: likely patterns have a low free energy.

Lesson: dbn/watching#the-exact-number
"""

import itertools

import numpy as np

from tutor.yours import free_energy


def log_partition(W: np.ndarray, b: np.ndarray, c: np.ndarray) -> float:
    if len(c) < len(b):
        W, b, c = W.T, c, b
    patterns = np.array(list(itertools.product((0.0, 1.0), repeat=len(b))))
    scores = -free_energy(patterns, W, b, c)
    return float(np.logaddexp.reduce(scores))


def log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> float:
    log_z = log_partition(W, b, c)
    return float((free_energy(v, W, b, c) - log_z).mean())
