"""Returns the slopes of the sum over the batch; the loss is the mean.

Each sample's slopes are right for its own loss, but they are N times too large
as a part of the mean. Training seems to work, with steps N times as long as
the learning rate says, and a larger batch diverges where a smaller one did
not. Loss and gradient have to belong together.

Lesson: backprop/loss_gradient#where-the-mean-goes
"""

import numpy as np


def ce_backward(logits, y):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    slopes[np.arange(len(y)), y] -= 1
    return slopes
