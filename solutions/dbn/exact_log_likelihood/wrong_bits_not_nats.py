"""Measures in bits.

A logarithm to base 2 is as good as any, but the contract asks for nats. The result is off
by a factor of 1.443, which is 1 / log 2, everywhere.

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
    return float(np.logaddexp.reduce(scores)) / np.log(2)


def log_likelihood(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> float:
    log_z = log_partition(W, b, c)
    return float((-free_energy(v, W, b, c) / np.log(2) - log_z).mean())
