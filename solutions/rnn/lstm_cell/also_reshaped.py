"""Another right way: scores as (N, 4, H), one masked exponential for all gates."""

import numpy as np


def lstm_cell(x, h, c, Wx, Wh, b):
    N, H = h.shape
    z = (np.hstack([x, h]) @ np.vstack([Wx, Wh]) + b).reshape(N, 4, H)
    e = np.exp(-np.abs(z))
    s = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    cell = np.add(s[:, 1] * c, s[:, 0] * np.tanh(z[:, 2]))
    return s[:, 3] * np.tanh(cell), cell
