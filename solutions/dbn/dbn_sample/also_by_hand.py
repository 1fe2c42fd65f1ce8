"""Another right way: its own Gibbs steps, indices in place of reversed()."""

import numpy as np


def logistic(x):
    return np.exp(-np.logaddexp(0, -x))


def draw(p, rng):
    return np.where(rng.random(p.shape) < p, 1.0, 0.0)


def sample_dbn(stack, v, steps, rng):
    weights, below, above = stack[-1]
    now, chance = np.array(v, dtype=float), np.array(v, dtype=float)
    for _ in range(steps):
        on = draw(logistic(now @ weights + above), rng)
        chance = logistic(np.einsum("nj,ij->ni", on, weights) + below)
        now = draw(chance, rng)
    for level in range(len(stack) - 2, -1, -1):
        weights, below, _ = stack[level]
        chance = logistic(now @ weights.T + below)
        now = draw(chance, rng)
    return now, chance
