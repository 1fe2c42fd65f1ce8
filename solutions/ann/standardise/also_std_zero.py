"""Another right way: centred first, scale from the mean square, results in a list."""

import numpy as np


def standardise(train, *others):
    mu = np.sum(train, axis=0, keepdims=True) / train.shape[0]
    centred = [train - mu] + [other - mu for other in others]
    sigma = np.sqrt(np.einsum("nd,nd->d", centred[0], centred[0]) / len(train))
    sigma[sigma == 0] = 1
    return [part / sigma for part in centred]
