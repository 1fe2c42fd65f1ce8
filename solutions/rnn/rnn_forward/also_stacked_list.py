"""Another right way: step by step, time first, states collected and stacked."""

import numpy as np


def rnn_forward(X, h0, Wx, Wh, b):
    joined = np.concatenate([Wx, Wh], axis=0)
    state, seen = np.array(h0, dtype=float), []
    for step in X.swapaxes(0, 1):
        state = np.tanh(np.hstack([step, state]) @ joined + b)
        seen.append(state)
    if not seen:
        return np.zeros((len(X), 0, len(b)))
    return np.stack(seen, axis=1)
