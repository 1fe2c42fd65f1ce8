"""Another right way: one user and one film at a time, as the formulas say."""

import numpy as np


def logistic(x):
    return np.exp(-np.logaddexp(0, -x))


def hidden_given_ratings(R, W, c):
    rows = []
    for stars in R:
        x = c.astype(float).copy()
        for m in np.flatnonzero(stars):
            x += W[m, stars[m] - 1]
        rows.append(logistic(x))
    return np.array(rows).reshape(len(R), len(c))


def levels_given_hidden(h, W, b):
    z = b[None] + np.tensordot(h, W, axes=([1], [2]))
    top = z.max(axis=-1)
    logs = top + np.log(np.exp(z - top[..., None]).sum(axis=-1))
    return np.exp(z - logs[..., None])


def cf_cd1(R, W, b, c, rng):
    p = hidden_given_ratings(R, W, c)
    h = np.where(rng.random(p.shape) < p, 1.0, 0.0)
    levels = levels_given_hidden(h, W, b)
    dW, db, dc = np.zeros_like(W), np.zeros_like(b), np.zeros_like(c)
    for n, stars in enumerate(R):
        films = np.flatnonzero(stars)
        dream = levels[n, films]
        q = logistic(c + np.tensordot(dream, W[films], axes=2))
        dc += (p[n] - q) / len(R)
        share = 1 / np.count_nonzero(R[:, films], axis=0)
        given = stars[films] - 1
        db[films, given] += share
        db[films] -= share[:, None] * dream
        dW[films, given] += share[:, None] * p[n]
        dW[films] -= share[:, None, None] * dream[:, :, None] * q
    return dW, db, dc


def predict(R, W, b, c):
    levels = levels_given_hidden(hidden_given_ratings(R, W, c), W, b)
    return 1 + sum(k * levels[..., k] for k in range(5))


def cf_fit(R, hidden, rng, epochs, rate, batch):
    M = R.shape[1]
    b = np.zeros((M, 5))
    for m in range(M):
        n = np.bincount(R[:, m], minlength=6)[1:]
        b[m] = np.log1p(n) - np.log(5 + n.sum())
    W, c = 0.01 * rng.standard_normal((M, 5, hidden)), np.zeros(hidden)
    for _ in range(epochs):
        order = rng.permutation(len(R))
        for users in np.split(order, range(batch, len(R), batch)):
            steps = cf_cd1(R[users], W, b, c, rng)
            W, b, c = (
                x + rate * d for x, d in zip((W, b, c), steps, strict=True)
            )
    return W, b, c
