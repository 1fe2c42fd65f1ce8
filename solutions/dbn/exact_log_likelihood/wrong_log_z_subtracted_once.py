"""Adds the rows up, and subtracts log Z once for all of them.

Each row has its own division by Z. In the mean over rows log Z stands once, in their total
as often as there are rows.

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
    return float(-free_energy(v, W, b, c).sum() - log_z)
