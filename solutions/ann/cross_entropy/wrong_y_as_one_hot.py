"""Multiplies by `y` as if it were a one-hot table.

`y` holds class *numbers*, shape (N,). Multiplying log-probabilities of shape
(N, C) by it is an error when N and C differ; when they are equal, or N is 1,
numpy multiplies class 7's column by 7 and goes on. A class number says *where*
to look, not how much to count.

Lesson: ann/what_to_minimise#one-number-for-how-wrong
"""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return float((y * (log_sum[:, None] - shifted)).sum() / len(y))
