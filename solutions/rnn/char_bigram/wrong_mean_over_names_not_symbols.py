r"""Divides the surprise by the number of names.

That is the surprise of a whole name, and long names count for more. To compare
models, and to compare with the $\log 27$ of guessing, it has to be per
predicted symbol: letters and one end per name.

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
    pairs = [pair for name in names for pair in _pairs(name)]
    return -sum(math.log(P[pair]) for pair in pairs) / len(names)


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    letters, symbol = [], 0
    while True:
        symbol = rng.choice(27, p=P[symbol])
        if symbol == 0:
            return "".join(letters)
        letters.append(SYMBOLS[symbol])


def _pairs(name):
    return pairwise([0, *map(SYMBOLS.index, name), 0])
