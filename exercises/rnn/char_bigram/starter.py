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
    # TODO: count the pairs of each name, and normalise each row.
    raise NotImplementedError


def nll(P: np.ndarray, names: list[str]) -> float:
    """Return the mean surprise of a symbol of `names`, in nats.

    Args:
        P: probabilities as from `bigram_probs`.
        names: words of the letters a to z; at least one.
    """
    # TODO: average minus the log of the probability of every symbol.
    raise NotImplementedError


def sample_name(P: np.ndarray, rng: np.random.Generator) -> str:
    """Return a name drawn symbol by symbol, without its boundaries.

    Args:
        P: probabilities as from `bigram_probs`.
        rng: where all chance comes from.
    """
    # TODO: walk from the boundary until it comes again.
    raise NotImplementedError
