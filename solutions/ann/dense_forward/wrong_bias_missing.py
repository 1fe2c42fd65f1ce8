"""Leaves the biases out.

Without a bias every unit's score is 0 at the origin, so its boundary has to
pass through it. Compare what you got with what was expected: the difference is
the same in every row, one number per unit.

Lesson: ann/layers#one-product-for-all-samples
"""


def dense(x, W, b):
    return x @ W
