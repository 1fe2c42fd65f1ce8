"""Adds the biases to the weights, so each bias is multiplied by the inputs.

(D, H) + (H,) broadcasts without complaint, and every weight of unit h grows by
its bias. The product then adds the bias once for every feature, times that
feature: right only when the features of a sample sum to 1. A bias is there to
act whatever the input is, so it comes after the product.

Lesson: ann/layers#broadcasting
"""


def dense(x, W, b):
    return x @ (W + b)
