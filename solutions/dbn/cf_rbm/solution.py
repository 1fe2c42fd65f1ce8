"""Ratings: an RBM with missing entries."""

import numpy as np

LEVELS = np.arange(1, 6)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def one_of_five(R: np.ndarray) -> np.ndarray:
    """Return (N, M, 5): 1.0 at the level given, all 0 where not rated."""
    return (R[..., None] == LEVELS).astype(float)


def up(V: np.ndarray, W: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Return hidden probabilities for level activities V (N, M, 5)."""
    return sigmoid(np.einsum("nmk,mkj->nj", V, W) + c)


def hidden_given_ratings(
    R: np.ndarray, W: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Return the hidden probabilities of each user.

    Args:
        R: stars, 0 where not rated, shape (N, M).
        W: weights, shape (M, 5, H).
        c: hidden biases, shape (H,).

    Returns:
        Probabilities, shape (N, H).
    """
    return up(one_of_five(R), W, c)


def levels_given_hidden(
    h: np.ndarray, W: np.ndarray, b: np.ndarray
) -> np.ndarray:
    """Return the probability of each level for every film.

    Args:
        h: hidden units, shape (N, H).
        W: weights, shape (M, 5, H).
        b: biases of the levels, shape (M, 5).

    Returns:
        Probabilities that sum to 1 over the last axis, shape (N, M, 5).
    """
    z = np.einsum("nj,mkj->nmk", h, W) + b
    e = np.exp(z - z.max(axis=2, keepdims=True))
    return e / e.sum(axis=2, keepdims=True)


def cf_cd1(
    R: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the direction in which CD-1 moves the parameters.

    Args:
        R: stars of a batch of users, 0 where not rated, shape (N, M).
        W: weights, shape (M, 5, H).
        b: biases of the levels, shape (M, 5).
        c: hidden biases, shape (H,).
        rng: draws (N, H) uniform numbers, once.

    Returns:
        (dW, db, dc), to be added.
    """
    rated = R > 0
    V = one_of_five(R)
    p = up(V, W, c)
    h = (rng.random(p.shape) < p).astype(float)
    # A film that a user has not rated is absent from the dream as well.
    dream = levels_given_hidden(h, W, b) * rated[..., None]
    q = up(dream, W, c)
    raters = np.maximum(rated.sum(axis=0), 1)
    dW = np.einsum("nmk,nj->mkj", V, p) - np.einsum("nmk,nj->mkj", dream, q)
    db = (V - dream).sum(axis=0)
    dc = (p - q).mean(axis=0)
    return dW / raters[:, None, None], db / raters[:, None], dc


def predict(
    R: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Return the expected stars of every user for every film.

    Args:
        R: known stars, 0 where not rated, shape (N, M).
        W: weights, shape (M, 5, H).
        b: biases of the levels, shape (M, 5).
        c: hidden biases, shape (H,).

    Returns:
        Numbers from 1 to 5, shape (N, M).
    """
    p = hidden_given_ratings(R, W, c)
    return levels_given_hidden(p, W, b) @ LEVELS


def cf_fit(
    R: np.ndarray,
    hidden: int,
    rng: np.random.Generator,
    epochs: int,
    rate: float,
    batch: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (W, b, c) trained on a table of ratings.

    Args:
        R: stars, 0 where not rated, shape (N, M).
        hidden: number of hidden units.
        rng: decides all that is random.
        epochs: visits of all users.
        rate: step size.
        batch: users per update.

    Returns:
        W (M, 5, hidden), b (M, 5), c (hidden,).
    """
    counts = one_of_five(R).sum(axis=0)
    b = np.log((1 + counts) / (5 + counts.sum(axis=1, keepdims=True)))
    W = rng.normal(0, 0.01, (R.shape[1], 5, hidden))
    c = np.zeros(hidden)
    for _ in range(epochs):
        order = rng.permutation(len(R))
        for start in range(0, len(R), batch):
            users = R[order[start : start + batch]]
            dW, db, dc = cf_cd1(users, W, b, c, rng)
            W, b, c = W + rate * dW, b + rate * db, c + rate * dc
    return W, b, c
