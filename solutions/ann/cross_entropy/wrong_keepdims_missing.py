"""Drops the axis of the row maxima, so they line up with the columns.

`logits.max(axis=1)` has shape (N,), and broadcasting matches it with the
*last* axis of (N, C). That is an error when N and C differ, and silently
shifts columns instead of rows when they are equal. A reduced axis that is kept
with length 1 gives (N, 1), which lines up with the rows.

Lesson: ann/layers#broadcasting
"""

import numpy as np


def cross_entropy(logits, y):
    shifted = logits - logits.max(axis=1)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return float((log_sum - shifted[np.arange(len(y)), y]).mean())
