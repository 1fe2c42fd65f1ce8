"""Subtracts the largest magnitude instead of the largest score.

For the scores -1000 and -1001 the largest magnitude is 1001; subtracting it gives -2001 and
-2002, whose exponentials are both 0, and 0/0 is NaN. The number to subtract is the largest
*score*, whatever its sign: it becomes 0, and e^0 = 1 keeps the sum at 1 or more.

Lesson: ann/what_to_minimise#scores-to-probabilities
"""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - np.abs(z).max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
