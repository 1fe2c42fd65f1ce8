"""Another right way: norms of norms, and a small constant as in torch."""

import numpy as np


def clip_grad_norm(grads, limit):
    lengths = [np.linalg.norm(np.ravel(array)) for array in grads]
    total = np.linalg.norm(lengths) if lengths else np.float64(0)
    scale = limit / (total + 1e-6)
    if total > limit and scale < 1:
        for array in grads:
            np.multiply(array, scale, out=array)
    return float(total)
