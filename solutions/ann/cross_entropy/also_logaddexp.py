"""Another right way: a two-term log-sum-exp, folded over the classes."""

import numpy as np


def cross_entropy(logits, y):
    total = logits[:, 0]
    for j in range(1, logits.shape[1]):
        total = np.logaddexp(total, logits[:, j])
    true = logits[np.arange(logits.shape[0]), y]
    return float(np.average(total - true))
