"""Another right way: broadcast the addresses, and add by address."""

import numpy as np


def unbroadcast(grad, shape):
    count = int(np.prod(shape))
    addresses = np.broadcast_to(np.arange(count).reshape(shape), grad.shape)
    sums = np.bincount(addresses.ravel(), grad.ravel(), count)
    return sums.reshape(shape).astype(grad.dtype)
