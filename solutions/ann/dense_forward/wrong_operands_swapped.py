"""Multiplies in the textbook's order, weights first.

Textbooks write the layer for one sample as W x + b, with the sample as a
column. In code the samples are rows, so the order turns round. Write the
shapes under the operands: (D, H) and (N, D) have no inner size in common,
unless H and N happen to be equal, and then the result is nonsense without an
error.

Lesson: ann/layers#one-product-for-all-samples
"""


def dense(x, W, b):
    return W @ x + b
