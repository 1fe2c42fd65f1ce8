"""Takes the largest score out of the sum and never adds it back.

log Z is the largest score plus the logarithm of what remains. Without it log Z is too small
by just that number.

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
    return float(np.log(np.exp(scores - scores.max()).sum()))


def log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> float:
    log_z = log_partition(W, b, c)
    return float((-free_energy(v, W, b, c) - log_z).mean())
