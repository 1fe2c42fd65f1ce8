"""Joins the names into one text and counts pairs across their seams.

The last letter of a name says nothing about the first letter of the next one
in the list. Joined without boundaries, the list is one long word, and its
order changes the result. Each name stands between boundaries of its own.

Lesson: rnn/next_symbol#counting-pairs
"""

import math
from itertools import pairwise

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def bigram_probs(names: list[str], alpha: float) -> np.ndarray:
    counts = np.full((27, 27), float(alpha))
    for before, after in _pairs("".join(names)):
        counts[before, after] += 1
    return counts / counts.sum(axis=1, keepdims=True)


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
