"""Returns truth minus probability, so every slope has the wrong sign.

That is the direction in which the scores *should* move. A gradient points to
where the loss grows: raising the true score lowers the loss, so its slope is
negative. With the sign flipped, a descent climbs, and the loss rises from the
first step.

Lesson: backprop/loss_gradient#probability-minus-truth
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    slopes[np.arange(len(y)), y] -= 1
    return -slopes / len(y)
