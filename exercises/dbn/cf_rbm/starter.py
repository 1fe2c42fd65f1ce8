"""Ratings: an RBM with missing entries."""

import numpy as np

LEVELS = np.arange(1, 6)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def one_of_five(R: np.ndarray) -> np.ndarray:
    """Return (N, M, 5): 1.0 at the level given, all 0 where not rated."""
    # TODO: levels on the last axis; nothing where not rated.
    raise NotImplementedError


def up(V: np.ndarray, W: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Return hidden probabilities for level activities V (N, M, 5)."""
    # TODO: sum over films and levels, then the sigmoid.
    raise NotImplementedError


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
    # TODO: from stars to hidden probabilities.
    raise NotImplementedError


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
    # TODO: a softmax over the five levels of each film.
    raise NotImplementedError


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
    # TODO: CD-1 with softmax units and a mask.
    raise NotImplementedError


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
    # TODO: hidden probabilities, levels, expected stars.
    raise NotImplementedError


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
    # TODO: log-frequencies, small weights, epochs of batches.
    raise NotImplementedError
