"""Corrects the mean gradient and leaves the mean square too small.

The root in the denominator is then 0.032 of what it should be after one step, and that step
over 30 times too long. Both averages began at 0, so both have to be corrected.

Lesson: optim/adaptive_steps#the-first-steps
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
