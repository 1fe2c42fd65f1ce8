"""Another right way: einsum, ReLU by a mask, hidden layers apart from the last."""

import numpy as np


def affine(inputs, layer):
    weights, bias = layer
    return np.einsum("nd,dh->nh", inputs, weights) + bias[np.newaxis, :]


def mlp_forward(params, X):
    *hidden, last = params
    record = []
    signal = X.copy()
    for layer in hidden:
        before = affine(signal, layer)
        record.append((signal, before))
        signal = np.where(before > 0, before, np.zeros_like(before))
    logits = affine(signal, last)
    return logits, [*record, (signal, logits.copy())]
