"""Another right way: documents one by one, log-softmax, einsum."""

import numpy as np


def logistic(x):
    return np.exp(-np.logaddexp(0, -x))


def topics_given_counts(V, W, c):
    x = np.einsum("nk,kj->nj", V, W) + np.outer(np.sum(V, axis=1), c)
    return logistic(x)


def words_given_topics(h, W, b):
    z = np.einsum("nj,kj->nk", h, W) + b[None]
    return np.exp(z - np.logaddexp.reduce(z, axis=1)[:, None])


def document_free_energy(V, W, b, c):
    found = []
    for row in V:
        x = row @ W + row.sum() * c
        soft = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
        found.append(-float(row @ b) - soft.sum())
    return np.array(found)


def rs_cd1(V, W, b, c, rng):
    u = rng.random((len(V), len(c)))
    dW, db, dc = np.zeros_like(W), np.zeros_like(b), np.zeros_like(c)
    for row, numbers in zip(V, u, strict=True):
        total = row.sum()
        p = topics_given_counts(row[None], W, c)[0]
        on = (numbers < p).astype(float)
        dream = total * words_given_topics(on[None], W, b)[0]
        q = topics_given_counts(dream[None], W, c)[0]
        dW += np.outer(row, p) - np.outer(dream, q)
        db += row - dream
        dc += total * (p - q)
    return dW / len(V), db / len(V), dc / len(V)


def rs_fit(V, hidden, rng, epochs, rate, batch):
    total = V.sum() + V.shape[1]
    b = np.log(V.sum(axis=0) + 1) - np.log(total)
    W, c = 0.01 * rng.standard_normal((V.shape[1], hidden)), np.zeros(hidden)
    for _ in range(epochs):
        order = rng.permutation(len(V))
        for part in np.split(order, range(batch, len(V), batch)):
            size = rate * len(part) / V[part].sum()
            steps = rs_cd1(V[part], W, b, c, rng)
            W, b, c = (
                x + size * d for x, d in zip((W, b, c), steps, strict=True)
            )
    return W, b, c
