"""Another right way: marks where random scores are largest in each half."""

import numpy as np


def adding_batch(rng, n, steps):
    values, scores = rng.random((2, n, steps))
    half = steps // 2
    flags = np.hstack(
        [
            part == part.max(axis=1, keepdims=True)
            for part in (scores[:, :half], scores[:, half:])
        ]
    )
    X = np.stack([values, flags.astype(float)], axis=2)
    return X, np.einsum("nt,nt->n", X[..., 0], X[..., 1])


def baselines(X, y):
    last = X.shape[1] - 1 - X[:, ::-1, 1].argmax(axis=1)
    guess = 0.5 + X[np.arange(len(X)), last, 0]
    return [np.mean((np.ones_like(y) - y) ** 2), np.mean((guess - y) ** 2)]
