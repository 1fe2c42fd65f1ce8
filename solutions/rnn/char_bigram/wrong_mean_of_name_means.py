"""Averages within each name, and then over the names.

A short name then weighs as much as a long one, so each of its symbols weighs
more. The mean is over all symbols of all names together.

Lesson: rnn/next_symbol#surprise
"""

import math
from itertools import pairwise

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def bigram_probs(names: list[str], alpha: float) -> np.ndarray:
    counts = np.full((27, 27), float(alpha))
    for name in names:
        for before, after in _pairs(name):
            counts[before, after] += 1
    return counts / counts.sum(axis=1, keepdims=True)


def nll(P: np.ndarray, names: list[str]) -> float:
    means = []
    for name in names:
        pairs = list(_pairs(name))
        means.append(-sum(math.log(P[pair]) for pair in pairs) / len(pairs))
    return sum(means) / len(means)


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    letters, symbol = [], 0
    while True:
        symbol = rng.choice(27, p=P[symbol])
        if symbol == 0:
            return "".join(letters)
        letters.append(SYMBOLS[symbol])


def _pairs(name):
    return pairwise([0, *map(SYMBOLS.index, name), 0])
