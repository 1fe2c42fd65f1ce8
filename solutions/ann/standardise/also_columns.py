"""Another right way: column by column, with the standard library's arithmetic."""

import math

import numpy as np


def standardise(train, *others):
    sets = [np.array(part, dtype=float) for part in (train, *others)]
    for d in range(train.shape[1]):
        column = [float(x) for x in train[:, d]]
        centre = math.fsum(column) / len(column)
        variance = math.fsum((x - centre) ** 2 for x in column) / len(column)
        spread = math.sqrt(variance) or 1.0
        for part in sets:
            part[:, d] = (part[:, d] - centre) / spread
    return tuple(sets)
