"""Returns the probabilities and never subtracts the truth.

The labels play no part at all, so nothing can be learnt from them: every score
is pushed down, the more likely its class the harder. The rows sum to 1/N
instead of 0. Whatever the formula, a gradient that does not use `y` cannot be
that of a loss which does.

Lesson: backprop/loss_gradient#probability-minus-truth
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    return slopes / len(y)
