"""Adds eps under the root.

The root of 1e-8 is 1e-4, so eps acts ten thousand times earlier: an entry with gradients of
1e-6 hardly moves. At ordinary gradients nothing shows. Look at where the bracket closes.

Lesson: optim/adaptive_steps#the-small-constant
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat + eps))
