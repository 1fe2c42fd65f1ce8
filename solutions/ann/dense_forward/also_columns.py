"""Another right way: unit by unit, with the samples in columns."""

import numpy as np


def dense(x, W, b):
    units = [w @ x.T + bias for w, bias in zip(W.T, b, strict=True)]
    return np.array(units).T
