"""Another right way: a table of log-probabilities and a one-hot mask."""

import numpy as np


def cross_entropy(logits, y):
    classes = logits.shape[1]
    mask = np.arange(classes) == np.asarray(y).reshape(-1, 1)
    top = logits.max(1, keepdims=True)
    log_total = top + np.log(np.sum(np.exp(logits - top), 1, keepdims=True))
    log_p = logits - log_total
    return -np.sum(np.where(mask, log_p, 0.0)) / mask.shape[0]
