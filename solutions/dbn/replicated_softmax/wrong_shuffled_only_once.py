"""Draws one order of the documents and keeps it for all epochs.

The same documents then share a batch for ever. The order is drawn anew in each epoch.

Lesson: dbn/topics#words-in-a-bag
"""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def topics_given_counts(
    V: np.ndarray, W: np.ndarray, c: np.ndarray
) -> np.ndarray:
    length = V.sum(axis=1, keepdims=True)
    return sigmoid(V @ W + length * c)


def words_given_topics(
    h: np.ndarray, W: np.ndarray, b: np.ndarray
) -> np.ndarray:
    z = h @ W.T + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def document_free_energy(
    V: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    x = V @ W + V.sum(axis=1, keepdims=True) * c
    return -(V @ b) - np.logaddexp(0, x).sum(axis=1)


def rs_cd1(
    V: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    length = V.sum(axis=1, keepdims=True)
    p = topics_given_counts(V, W, c)
    h = (rng.random(p.shape) < p).astype(float)
    dream = length * words_given_topics(h, W, b)
    q = topics_given_counts(dream, W, c)
    dW = (V.T @ p - dream.T @ q) / len(V)
    db = (V - dream).mean(axis=0)
    return dW, db, (length * (p - q)).mean(axis=0)


def rs_fit(
    V: np.ndarray,
    hidden: int,
    rng: np.random.Generator,
    epochs: int,
    rate: float,
    batch: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    counts = V.sum(axis=0) + 1.0
    b = np.log(counts / counts.sum())
    W = rng.normal(0, 0.01, (V.shape[1], hidden))
    c = np.zeros(hidden)
    order = rng.permutation(len(V))
    for _ in range(epochs):
        for start in range(0, len(V), batch):
            rows = V[order[start : start + batch]]
            step = rate / rows.sum(axis=1).mean()
            dW, db, dc = rs_cd1(rows, W, b, c, rng)
            W, b, c = W + step * dW, b + step * db, c + step * dc
    return W, b, c
