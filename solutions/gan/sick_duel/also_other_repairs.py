"""Another right way: the same repairs in other words."""

import math

import numpy as np

FOUND = {
    "duel_step": "moved together",
    "steepness": "mean for sum",
    "best_answer": "sound",
    "forger_slope": "saturating",
    "judge_loss": "one mean",
}


def judge_loss(real, fake):
    kinds = [np.log1p(np.exp(-real)), np.log1p(np.exp(fake))]
    return sum(kind.sum() / len(kind) for kind in kinds)


def forger_slope(fake):
    return np.array([-1 / (1 + math.exp(f)) / len(fake) for f in fake])


def best_answer(p, q):
    return np.array(
        [u / (u + w) if u + w else 0.5 for u, w in zip(p, q, strict=True)]
    )


def steepness(W, v, x, gamma):
    total = 0.0
    for sample in x:
        slope = W @ (v / np.cosh(sample @ W) ** 2)
        total += slope @ slope
    return gamma * total / (2 * len(x))


def duel_step(a, b, eta, gamma):
    a -= eta * b
    b += eta * (a - gamma * b)
    return a, b
