"""Shifts by the largest magnitude instead of the largest score.

For scores near -1000 the largest magnitude is about 1000. Subtracting it gives
-2000, all exponentials are 0, and 0/0 is NaN. The number to subtract is the
largest *score* of the row, whatever its sign.

Lesson: ann/what_to_minimise#straight-from-logits
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - np.abs(logits).max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    slopes[np.arange(len(y)), y] -= 1
    return slopes / len(y)
