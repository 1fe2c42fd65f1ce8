"""A bigram model of names: counts of pairs, their surprise, and samples."""

import math
from itertools import pairwise

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def bigram_probs(names: list[str], alpha: float) -> np.ndarray:
    """Return the probability of each symbol after each symbol.

    Args:
        names: words of the letters a to z.
        alpha: what is added to every count, above 0.

    Returns:
        Shape (27, 27): row i holds the distribution of what follows symbol
        i of SYMBOLS. Symbol 0 is the boundary, before and after each name.
    """
    counts = np.full((27, 27), float(alpha))
    for name in names:
        for before, after in _pairs(name):
            counts[before, after] += 1
    return counts / counts.sum(axis=1, keepdims=True)


def nll(P: np.ndarray, names: list[str]) -> float:
    """Return the mean surprise of a symbol of `names`, in nats.

    Args:
        P: probabilities as from `bigram_probs`.
        names: words of the letters a to z; at least one.
    """
    pairs = [pair for name in names for pair in _pairs(name)]
    return -sum(math.log(P[pair]) for pair in pairs) / len(pairs)


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    """Return a name drawn symbol by symbol, without its boundaries.

    Args:
        P: probabilities as from `bigram_probs`.
        rng: where all chance comes from.
    """
    letters, symbol = [], 0
    while True:
        symbol = rng.choice(27, p=P[symbol])
        if symbol == 0:
            return "".join(letters)
        letters.append(SYMBOLS[symbol])


def _pairs(name):
    """Return the pairs of neighbours, boundaries included, as indices."""
    return pairwise([0, *map(SYMBOLS.index, name), 0])
