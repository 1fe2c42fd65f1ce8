"""Another right way: the norm of the arrays' norms, and a generous tuple."""

import numpy as np


def clip_by_norm(grads, max_norm):
    lengths = np.array([np.sqrt(np.sum(np.square(g))) for g in grads])
    total = np.hypot.reduce(lengths)
    if not np.isfinite(total):
        raise ValueError("not finite")
    scale = max_norm / total if total > max_norm else 1.0
    return tuple(scale * g for g in grads), float(total)
