"""Another right way: the Jacobian of softmax, with one factor p cancelled."""

import numpy as np


def ce_backward(logits, y):
    e = np.exp(logits - np.amax(logits, 1)[:, None])
    p = np.einsum("nc,n->nc", e, 1 / e.sum(1))
    # Row y of diag(p) - p pᵀ, times -1/p_y: p_y cancels in every entry.
    delta = np.equal(np.arange(logits.shape[1])[None], y[:, None])
    return -np.subtract(delta, p, dtype=p.dtype) / len(p)
