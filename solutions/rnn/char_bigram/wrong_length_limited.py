"""Ends a name after twenty letters.

Names end where the boundary is drawn, and nowhere else: every row gives it a
chance, so the walk does come to an end. Cut short, the names no longer follow
the model, and long ones have no end.

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
        if len(letters) == 20:
            return "".join(letters)
        if symbol == 0:
            return "".join(letters)
        letters.append(SYMBOLS[symbol])


def _pairs(name):
    return pairwise([0, *map(SYMBOLS.index, name), 0])
