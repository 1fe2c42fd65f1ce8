r"""Takes the logarithm to base 2.

That measures the surprise in bits. Nats use the natural logarithm, and are
smaller by the factor $\ln 2 = 0.693$. Either is fine, as long as numbers that
are compared have the same unit.

Lesson: rnn/next_symbol#nats-bits-and-perplexity
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
    return -sum(math.log2(P[pair]) for pair in pairs) / len(pairs)


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    letters, symbol = [], 0
    while True:
        symbol = rng.choice(27, p=P[symbol])
        if symbol == 0:
            return "".join(letters)
        letters.append(SYMBOLS[symbol])


def _pairs(name):
    return pairwise([0, *map(SYMBOLS.index, name), 0])
