"""Another right way: the patterns grow unit by unit, and with them their inputs."""

import numpy as np


def log_partition(W, b, c):
    if W.shape[0] > W.shape[1]:
        W, b, c = W.T, c, b
    inputs, gains = c[None, :], np.zeros(1)
    for i in range(len(b)):
        inputs = np.concatenate([inputs, inputs + W[i]])
        gains = np.concatenate([gains, gains + b[i]])
    total = gains + np.logaddexp(0, inputs).sum(axis=1)
    return np.logaddexp.reduce(total)


def log_likelihood(v, W, b, c):
    x = v @ W + c
    scores = v @ b + np.logaddexp(0, x).sum(axis=1)
    return np.mean(scores) - log_partition(W, b, c)
