"""Another right way: sums written out, sigma as the last length."""

import math

import numpy as np


def shortened(values):
    length = math.hypot(*values)
    return [value / length for value in values], length


def power_iteration(W, u, steps):
    rows = [np.ravel(part).tolist() for part in W]
    left, stretch = [float(value) for value in u], 0.0
    for _ in range(steps):
        back = [
            sum(a * b for a, b in zip(column, left, strict=True))
            for column in zip(*rows, strict=True)
        ]
        right, _ = shortened(back)
        ahead = [
            sum(a * b for a, b in zip(row, right, strict=True)) for row in rows
        ]
        left, stretch = shortened(ahead)
    return stretch, np.array(left), np.array(right)


def normalised(W, u, steps=1):
    stretch, left, _ = power_iteration(W, u, steps)
    return np.multiply(W, 1 / stretch), left
