"""Returns one loss per sample; the batch needs a single number.

The losses of the samples are right. But the optimiser pushes down *one*
number, and a chart plots one number per step. An array of shape (N,) is a sign
that the last reduction is missing.

Lesson: ann/what_to_minimise#one-number-for-how-wrong
"""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return log_sum - shifted[np.arange(len(y)), y]
