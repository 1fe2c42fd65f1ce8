"""Adds alpha to the counts but divides by the sum of the counts alone.

Then the rows sum to more than 1, and each surprise is too small: numbers that
are no probabilities win every comparison. What was added to 27 counts has to
be in their total as well.

Lesson: rnn/next_symbol#a-pinch-for-every-pair
"""

import math
from itertools import pairwise

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def bigram_probs(names: list[str], alpha: float) -> np.ndarray:
    counts = np.zeros((27, 27))
    for name in names:
        for before, after in _pairs(name):
            counts[before, after] += 1
    totals = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return (counts + alpha) / totals


def nll(P: np.ndarray, names: list[str]) -> float:
    pairs = [pair for name in names for pair in _pairs(name)]
    return -sum(math.log(P[pair]) for pair in pairs) / len(pairs)


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    letters, symbol = [], 0
    while True:
        symbol = rng.choice(27, p=P[symbol])
        if symbol == 0:
            return "".join(letters)
        letters.append(SYMBOLS[symbol])


def _pairs(name):
    return pairwise([0, *map(SYMBOLS.index, name), 0])
