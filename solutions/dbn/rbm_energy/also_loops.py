"""Another right way: row by row, unit by unit, in Python."""

import math

import numpy as np


def softplus(t):
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))


def energy(visible, hidden, weights, bias_v, bias_h):
    result = []
    for one, other in zip(visible, hidden, strict=True):
        total = sum(
            float(a) * float(s) for a, s in zip(bias_v, one, strict=True)
        )
        total += sum(
            float(a) * float(s) for a, s in zip(bias_h, other, strict=True)
        )
        for i, s in enumerate(one):
            for j, t in enumerate(other):
                total += float(s) * float(weights[i, j]) * float(t)
        result.append(-total)
    return np.array(result)


def free_energy(visible, weights, bias_v, bias_h):
    result = []
    for one in visible:
        total = -float(one @ bias_v)
        for j in range(len(bias_h)):
            total -= softplus(float(one @ weights[:, j]) + float(bias_h[j]))
        result.append(total)
    return np.array(result)
