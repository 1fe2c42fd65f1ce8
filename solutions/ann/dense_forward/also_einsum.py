"""Another right way: the sum by its indices, with other names."""

import numpy as np


def dense(samples, weights, biases):
    scores = np.einsum("nd,dh->nh", samples, weights)
    scores += biases
    return scores
