"""Puts the corrected averages into the state.

The next step takes them for the raw ones and corrects them again: the second mean is nearly
doubled. What is stored must be the averages before the division.

Lesson: optim/adaptive_steps#the-first-steps
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    state.update(t=t, m=m_hat, v=v_hat)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
