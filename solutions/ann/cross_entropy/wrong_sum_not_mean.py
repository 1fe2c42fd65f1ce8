"""Adds up the losses of the samples instead of averaging them.

The total grows with the batch: 200 samples cost twice what 100 do, and so does
the gradient, so a step size that suits one batch size is wrong for another.
With the mean, a loss of 2.303 says the same about a batch of 1 and a batch of
1,000. Compare the ratio of your answer to the expected one with N.

Lesson: ann/what_to_minimise#one-number-for-how-wrong
"""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return float((log_sum - shifted[np.arange(len(y)), y]).sum())
