"""Compares the means and nothing else.

A collapsed generator whose only sample is the mean of the data would be perfect. Half of
what this distance is for is variety.

Lesson: gan/measuring#a-distance-between-clouds
"""

import numpy as np


def root(S: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(S)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T


def frechet_distance(a: np.ndarray, b: np.ndarray) -> float:
    shift = a.mean(axis=0) - b.mean(axis=0)
    return float(shift @ shift)
