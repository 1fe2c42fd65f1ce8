"""Another right way: index arrays, np.add.at, the inverse of the sums of P."""

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def codes(names):
    # Two names share one boundary: the end of this is the start of the next.
    text = "." + ".".join(names) + "."
    line = np.array([0 if c == "." else ord(c) - 96 for c in text])
    return line[:-1], line[1:]


def bigram_probs(names, alpha):
    table = np.zeros((27, 27))
    if names:
        np.add.at(table, codes(names), 1)
    totals = table.sum(axis=1) + 27 * alpha
    return (table + alpha) / totals[:, None]


def nll(P, names):
    return float(np.mean(-np.log(P[codes(names)])))


def sample_name(P, rng):
    made, here = "", 0
    steps = np.cumsum(P, axis=1)
    while True:
        here = min(int(np.searchsorted(steps[here], rng.random())), 26)
        if not here:
            return made
        made += chr(96 + here)
