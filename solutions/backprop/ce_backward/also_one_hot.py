"""Another right way: log-probabilities first, and a one-hot table."""

import numpy as np


def ce_backward(scores, truth):
    n, classes = scores.shape
    top = np.max(scores, axis=1)[:, None]
    total = np.log(np.sum(np.exp(scores - top), axis=1))[:, None]
    log_p = scores - top - total
    target = np.eye(classes, dtype=scores.dtype)[truth]
    return (np.exp(log_p) - target) * (1 / n)
