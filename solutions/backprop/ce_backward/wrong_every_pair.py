"""Takes 1 off in the columns `y` of *every* row.

`p[:, y]` means all rows, and in each the columns of everybody's label: a
sample is punished for the classes of its neighbours. One place per row needs
two index arrays of shape (N,), which numpy pairs up one by one. With one
sample per batch the two are the same.

Lesson: ann/layers#views-and-copies
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    slopes[:, y] -= 1
    return slopes / len(y)
