"""Another right way: a loop over the classes, which are few."""

import numpy as np


def ce_backward(logits, y):
    total = logits[:, 0].copy()
    for j in range(1, logits.shape[1]):
        total = np.logaddexp(total, logits[:, j])
    columns = [
        (np.exp(logits[:, c] - total) - (y == c)) / np.size(y)
        for c in range(logits.shape[1])
    ]
    return np.stack(columns, axis=1).astype(logits.dtype)
