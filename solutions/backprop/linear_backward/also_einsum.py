"""Another right way: each sum by its indices, with other names."""

import numpy as np


def linear_backward(inputs, weights, upstream):
    return (
        np.einsum("nh,dh->nd", upstream, weights),
        np.einsum("nd,nh->dh", inputs, upstream),
        np.einsum("nh->h", upstream),
    )
