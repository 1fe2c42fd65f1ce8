"""Returns time first: (T, N).

Each lane is one piece of the stream now, and lies in a column. The contract has
lanes as rows, as every array of this chapter has the batch first.

Lesson: rnn/state#batch-time-feature
"""

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"

FOUND = {
    "batch": "end left out",
    "mean_loss": "sound",
    "last_states": "pads read",
    "lanes": "order lost",
    "carry": "part forgotten",
    "sharpen": "no effect",
}


def batch(names):
    lengths = np.array([len(name) + 1 for name in names])
    inputs = np.zeros((len(names), max(map(len, names)) + 1), dtype=np.int64)
    targets = np.zeros_like(inputs)
    for row, name in enumerate(names):
        codes = [SYMBOLS.index(letter) for letter in name]
        inputs[row, 1 : len(name) + 1] = codes
        targets[row, : len(name)] = codes
    return inputs, targets, lengths


def mean_loss(losses, lengths):
    real = np.arange(losses.shape[1]) < lengths[:, None]
    return float(losses[real].mean())


def last_states(H, lengths):
    return H[np.arange(len(H)), lengths - 1]


def lanes(stream, N):
    T = len(stream) // N
    return stream[: N * T].reshape(N, T).T


def carry(h, c, fresh):
    keep = ~fresh[:, None]
    return h * keep, c * keep


def sharpen(logits, temperature):
    top = logits.max(axis=1, keepdims=True)
    weights = np.exp((logits - top) / temperature)
    return weights / weights.sum(axis=1, keepdims=True)
