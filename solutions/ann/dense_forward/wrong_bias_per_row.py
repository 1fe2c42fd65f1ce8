"""Turns the biases into a column, so they are added per sample.

`b` has one entry per unit and belongs to the columns of the (N, H) table. As a
column of shape (H, 1) it meets the N samples: an error unless N is H or 1.
With N = H each sample gets a bias that belongs to a unit, and with one sample
the result grows to (H, H). Left as it is, shape (H,), it lines up with the
last axis.

Lesson: ann/layers#broadcasting
"""


def dense(x, W, b):
    return x @ W + b[:, None]
