"""Another right way: row by row, in Python's own numbers."""

import math

import numpy as np

ALPHABET = ".abcdefghijklmnopqrstuvwxyz"

FOUND = {
    "sharpen": "no effect",
    "carry": "part forgotten",
    "lanes": "order lost",
    "last_states": "pads read",
    "mean_loss": "sound",
    "batch": "end left out",
}


def batch(names):
    wide = max(len(name) for name in names) + 1
    x, y = [], []
    for name in names:
        codes = [ALPHABET.find(letter) for letter in name]
        pads = [0] * (wide - len(codes) - 1)
        x.append([0, *codes, *pads])
        y.append([*codes, 0, *pads])
    return np.array(x), np.array(y), np.array([len(n) for n in names]) + 1


def mean_loss(losses, lengths):
    total = math.fsum(
        math.fsum(row[:end]) for row, end in zip(losses, lengths, strict=True)
    )
    return total / int(lengths.sum())


def last_states(H, lengths):
    return np.stack(
        [rows[end - 1] for rows, end in zip(H, lengths, strict=True)]
    )


def lanes(stream, N):
    T = len(stream) // N
    return np.stack([stream[n * T : (n + 1) * T] for n in range(N)])


def carry(h, c, fresh):
    h, c = h.copy(), c.copy()
    h[fresh] = 0.0
    c[fresh] = 0.0
    return [h, c]


def sharpen(logits, temperature):
    z = logits / temperature
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z)
    return p / p.sum(axis=1)[:, None]
