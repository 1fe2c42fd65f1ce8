"""Another right way: all gradients in one long vector, and np.linalg.norm."""

import numpy as np


def clip_by_norm(grads, max_norm):
    flat = np.concatenate([np.ravel(g) for g in grads])
    norm = float(np.linalg.norm(flat))
    if np.isnan(norm) or np.isinf(norm):
        raise ValueError(f"the norm is {norm}")
    if norm <= max_norm:
        return [np.array(g) for g in grads], norm
    return [g / norm * max_norm for g in grads], norm
