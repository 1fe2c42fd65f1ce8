"""Returns the boundary as part of the name.

The boundary says where the name ends; it is no letter of it. Decide whether
the symbol is the boundary before you append it.

Lesson: rnn/next_symbol#writing-names
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
    pairs = [pair for name in names for pair in _pairs(name)]
    return -sum(math.log(P[pair]) for pair in pairs) / len(pairs)


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    letters, symbol = [], 0
    while True:
        symbol = rng.choice(27, p=P[symbol])
        letters.append(SYMBOLS[symbol])
        if symbol == 0:
            return "".join(letters)


def _pairs(name):
    return pairwise([0, *map(SYMBOLS.index, name), 0])
