"""Another right way: chain after chain, own conditionals, the ratio written out."""

import numpy as np


def logistic(x):
    return np.exp(-np.logaddexp(0, -x))


def score(v, t, W, b, c, a):
    soft = np.logaddexp(0, t * (v @ W + c)).sum()
    return (1 - t) * (v @ a) + t * (v @ b) + soft


def ais_log_weights(W, b, c, a, betas, chains, rng):
    found = []
    for _ in range(chains):
        v = (rng.random(len(a)) < logistic(a)) * 1.0
        total, last = 0.0, len(betas) - 1
        for k in range(1, last + 1):
            total += score(v, betas[k], W, b, c, a)
            total -= score(v, betas[k - 1], W, b, c, a)
            if k < last:
                t = betas[k]
                h = rng.random(len(c)) < logistic(t * (v @ W + c))
                down = t * (W @ h) + (1 - t) * a + t * b
                v = (rng.random(len(a)) < logistic(down)) * 1.0
        found.append(total)
    return np.array(found)


def ais_log_partition(W, b, c, a, betas, chains, rng):
    logs = ais_log_weights(W, b, c, a, betas, chains, rng)
    top = logs.max()
    mean = top + np.log(np.mean(np.exp(logs - top)))
    return mean + np.log(2) * c.size + np.sum(np.log1p(np.exp(a)))
