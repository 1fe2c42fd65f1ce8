"""Topics: replicated softmax."""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def topics_given_counts(
    V: np.ndarray, W: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Return the probability that each topic is on.

    Args:
        V: counts, shape (N, K).
        W: weights, shape (K, H).
        c: topic biases, shape (H,).

    Returns:
        Probabilities, shape (N, H).
    """
    # TODO: counts, weights, and a bias per word.
    raise NotImplementedError


def words_given_topics(
    h: np.ndarray, W: np.ndarray, b: np.ndarray
) -> np.ndarray:
    """Return the distribution of the words.

    Args:
        h: topics, shape (N, H).
        W: weights, shape (K, H).
        b: word biases, shape (K,).

    Returns:
        Probabilities, shape (N, K); each row sums to 1.
    """
    # TODO: a softmax over the vocabulary.
    raise NotImplementedError


def document_free_energy(
    V: np.ndarray, W: np.ndarray, b: np.ndarray, c: np.ndarray
) -> np.ndarray:
    """Return the free energy of each document.

    Args:
        V: counts, shape (N, K).
        W: weights, shape (K, H).
        b: word biases, shape (K,).
        c: topic biases, shape (H,).

    Returns:
        Free energies, shape (N,).
    """
    # TODO: as for the RBM, with the length.
    raise NotImplementedError


def rs_cd1(
    V: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    c: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the direction in which CD-1 moves the parameters.

    Args:
        V: counts of a batch of documents, shape (N, K).
        W: weights, shape (K, H).
        b: word biases, shape (K,).
        c: topic biases, shape (H,).
        rng: draws (N, H) uniform numbers, once.

    Returns:
        (dW, db, dc), to be added.
    """
    # TODO: CD-1; the dream is as long as the document.
    raise NotImplementedError


def rs_fit(
    V: np.ndarray,
    hidden: int,
    rng: np.random.Generator,
    epochs: int,
    rate: float,
    batch: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (W, b, c) trained on documents.

    Args:
        V: counts, shape (N, K).
        hidden: number of topics.
        rng: decides all that is random.
        epochs: visits of all documents.
        rate: step size, for documents of one word.
        batch: documents per update.

    Returns:
        W (K, hidden), b (K,), c (hidden,).
    """
    # TODO: log-frequencies, small weights, epochs of batches.
    raise NotImplementedError
