"""Cross-entropy: one number for how wrong a batch of scores is."""

import numpy as np


def cross_entropy(logits: np.ndarray, y: np.ndarray) -> float:
    """Return the mean cross-entropy of a batch, in nats.

    Args:
        logits: scores, shape (N, C); may be as large as ±1000.
        y: the true class of each sample, shape (N,), whole numbers below C.

    Returns:
        The mean over the N samples of -log p, where p is the probability
        that softmax gives to the true class.
    """
    # TODO: log-sum-exp of each row, less the score of its true class; mean.
    raise NotImplementedError
