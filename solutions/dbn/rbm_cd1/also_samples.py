"""Another right way: one sample after the other, outer products added up."""

import numpy as np


def squash(x):
    return 1 / (1 + np.exp(-np.clip(x, -700, 700)))


def rbm_cd1(data, weights, bias_v, bias_h, rng):
    numbers = rng.random((len(data), len(bias_h)))
    dW, db, dc = (
        np.zeros_like(weights),
        np.zeros_like(bias_v),
        np.zeros_like(bias_h),
    )
    for row, u in zip(data, numbers, strict=True):
        up = squash(row @ weights + bias_h)
        on = np.where(u < up, 1.0, 0.0)
        dream = squash(weights @ on + bias_v)
        again = squash(dream @ weights + bias_h)
        dW += np.outer(row, up) - np.outer(dream, again)
        db += row - dream
        dc += up - again
    return dW / len(data), db / len(data), dc / len(data)
