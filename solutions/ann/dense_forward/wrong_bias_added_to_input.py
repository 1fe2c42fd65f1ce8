"""Adds the biases to the samples, before the product.

The samples have D features and the biases belong to H units: an error unless D
and H are equal, and then each unit's bias is spread by the weights over all
units. The bias is added to the *scores*, after the product.

Lesson: ann/layers#one-product-for-all-samples
"""


def dense(x, W, b):
    return (x + b) @ W
