"""Averages over the patterns instead of adding them up.

Z is a sum. The mean is smaller by the number of patterns, and the probabilities then do not
sum to 1.

Lesson: dbn/watching#the-exact-number
"""

import itertools

import numpy as np

from tutor.yours import free_energy


def log_partition(W: np.ndarray, b: np.ndarray, c: np.ndarray) -> float:
    if len(c) <= len(b):
        W, b, c = W.T, c, b
    patterns = np.array(list(itertools.product((0.0, 1.0), repeat=len(b))))
    scores = -free_energy(patterns, W, b, c)
    top = scores.max()
    return float(top + np.log(np.exp(scores - top).mean()))


def log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> float:
    log_z = log_partition(W, b, c)
    return float((-free_energy(v, W, b, c) - log_z).mean())
