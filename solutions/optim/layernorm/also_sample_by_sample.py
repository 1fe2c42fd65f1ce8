"""Another right way: one sample at a time."""

import numpy as np


def layernorm(values, gain, offset, eps=1e-5):
    flat = values.reshape(-1, values.shape[-1])
    out = np.empty_like(flat)
    for row, x in enumerate(flat):
        out[row] = (x - np.mean(x)) / np.sqrt(np.var(x) + eps)
    return (out * gain + offset).reshape(values.shape)
