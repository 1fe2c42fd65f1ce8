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
    # With the largest score of each row moved to 0, no exponential overflows
    # and the sum is at least 1, so its logarithm is finite.
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    # The true score is shifted by the same amount, so the shift cancels here.
    return float((log_sum - shifted[np.arange(len(y)), y]).mean())
