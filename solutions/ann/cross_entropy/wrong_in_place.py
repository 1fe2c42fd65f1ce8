"""Shifts the caller's own scores.

`logits -= …` writes into the array that was passed in. The caller still needs
the scores: the backward pass will, and so will whoever counts right answers.
`logits - …` builds a new array and leaves the old one alone.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def cross_entropy(logits, y):
    logits -= logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(logits).sum(axis=1))
    return float((log_sum - logits[np.arange(len(y)), y]).mean())
