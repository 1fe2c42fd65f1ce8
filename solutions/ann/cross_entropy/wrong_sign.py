"""Has the sign turned round: a wrong answer gets a large negative loss.

The logarithm of a probability is negative or 0, and the loss is its negative.
Minimising the version without the minus sign makes the network as wrong as it
can be, as fast as it can. A cross-entropy below 0 is impossible for a class
label: when you see one, look for a sign.

Lesson: ann/what_to_minimise#one-number-for-how-wrong
"""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return float((shifted[np.arange(len(y)), y] - log_sum).mean())
