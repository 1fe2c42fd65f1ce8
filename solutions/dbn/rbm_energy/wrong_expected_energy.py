"""Puts the mean hidden activities into the energy.

The energy at the average hidden state is not the free energy: it leaves out the entropy,
the reward for having many hidden patterns that do nearly as well. The two differ by log 2
for each hidden unit with input 0. Check against the sum over all patterns of a small
machine.

Lesson: dbn/energy#free-energy
"""

import numpy as np


def energy(
    v: np.ndarray, h: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    return -(v @ b) - h @ c - ((v @ W) * h).sum(axis=1)


def free_energy(
    v: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = v @ W + c
    p = 0.5 * (1 + np.tanh(x / 2))
    return -(v @ b) - (x * p).sum(axis=1)
