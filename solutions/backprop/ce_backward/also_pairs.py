"""Another right way: probabilities from pairs of scores, share first."""

import numpy as np


def ce_backward(logits, y):
    share = logits.dtype.type(1 / len(logits))
    gaps = logits[:, None, :] - logits[:, :, None]
    p = 1 / np.exp(np.minimum(gaps, 80)).sum(axis=-1)
    out = p * share
    out[np.arange(y.shape[0]), y] -= share
    return out
