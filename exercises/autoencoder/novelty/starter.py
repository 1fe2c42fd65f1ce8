"""What cannot be drawn again has not been seen before."""

import numpy as np

from tutor.yours import pca_decode, pca_encode, pca_fit


def novelty(
    train: np.ndarray,
    held: np.ndarray,
    new: np.ndarray,
    k: int,
    alarms: int,
) -> tuple[np.ndarray, float, np.ndarray]:
    """Return how odd new samples are, and which are called odd.

    Args:
        train: normal samples that fit the code, shape (N, D).
        held: other normal samples, which set the threshold, shape (M, D).
        new: samples to judge, shape (L, D).
        k: numbers in a code.
        alarms: how many samples of `held` may be called odd.

    Returns:
        scores (L,), the threshold, and flags (L,) of bool.
    """
    # TODO: fit, errors, threshold from held, flags.
    raise NotImplementedError


def auc(normal: np.ndarray, odd: np.ndarray) -> float:
    """Return how often an odd sample scores above a normal one.

    Args:
        normal: scores of normal samples, shape (N,).
        odd: scores of odd samples, shape (M,).
    """
    # TODO: compare all pairs.
    raise NotImplementedError
