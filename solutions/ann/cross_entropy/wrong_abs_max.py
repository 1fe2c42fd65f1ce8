"""Shifts by the largest magnitude instead of the largest score.

For scores near -1000 the largest magnitude is about 1000. Subtracting it gives
-2000, all exponentials are 0, and the logarithm of their sum is minus
infinity. The number to subtract is the largest *score* of the row, whatever
its sign.

Lesson: ann/what_to_minimise#straight-from-logits
"""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - np.abs(logits).max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return float((log_sum - shifted[np.arange(len(y)), y]).mean())
