"""Takes the logarithm of the scores themselves, as if they were probabilities.

The arguments are logits: any real numbers, with no softmax applied. The
logarithm of a negative score is NaN, and a score above 1 gives a negative
loss. Check which of the two a loss expects before you use it, in your own code
and in every library: this is the commonest mix-up around cross-entropy.

Lesson: ann/what_to_minimise#straight-from-logits
"""

import numpy as np


def cross_entropy(logits, y):
    return float(-np.log(logits[np.arange(len(y)), y]).mean())
