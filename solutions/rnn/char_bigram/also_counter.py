"""Another right way: a Counter of two-letter strings."""

import math
import random
from collections import Counter

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def bigram_probs(names, alpha):
    seen = Counter()
    for name in names:
        word = f".{name}."
        seen.update(word[i : i + 2] for i in range(len(word) - 1))
    rows = []
    for a in SYMBOLS:
        weights = [seen[a + b] + alpha for b in SYMBOLS]
        total = sum(weights)
        rows.append([w / total for w in weights])
    return np.array(rows)


def nll(P, names):
    surprise, count = 0.0, 0
    for name in names:
        row = 0
        for letter in name + ".":
            column = SYMBOLS.index(letter)
            surprise -= math.log(P[row, column])
            row = column
            count += 1
    return surprise / count


def sample_name(P, rng):
    # One number of the given generator seeds all the others.
    chance = random.Random(int(rng.integers(1 << 62)))
    name, row = "", 0
    while True:
        row = chance.choices(range(27), weights=P[row].tolist())[0]
        if row == 0:
            return name
        name += SYMBOLS[row]
