"""Another right way: averages updated in place, a copy stepped and returned."""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    mean = state.setdefault("m", np.zeros_like(w))
    square = state.setdefault("v", np.zeros_like(w))
    count = state["t"] = state.setdefault("t", 0) + 1
    np.multiply(mean, b1, out=mean)
    mean += np.multiply(g, 1 - b1)
    np.multiply(square, b2, out=square)
    square += (1 - b2) * np.square(g)
    scale = np.sqrt(square / (1 - np.power(b2, count))) + eps
    out = np.array(w, copy=True)
    out -= lr * (mean / (1 - np.power(b1, count)) / scale)
    return out
