"""Another right way: plain loops, and a shuffled list of places; the real deal is last."""

import math

import numpy as np


def energy_distance(X, Y):
    sizes = {"xy": (X, Y), "xx": (X, X), "yy": (Y, Y)}
    means = {}
    for name, (first, second) in sizes.items():
        total = math.fsum(math.dist(a, b) for a in first for b in second)
        means[name] = total / (len(first) * len(second))
    return 2 * means["xy"] - means["xx"] - means["yy"]


def permutation_p(X, Y, statistic, rounds, rng):
    everything = np.vstack((X, Y))
    places = list(range(len(everything)))
    cut, values = len(X), []
    for _ in range(rounds):
        rng.shuffle(places)
        values.append(
            statistic(everything[places[:cut]], everything[places[cut:]])
        )
    values.append(statistic(X, Y))
    return sum(value >= values[-1] for value in values) / len(values)
