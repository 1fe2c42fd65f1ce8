"""Adds eps to the root before the root is corrected.

The correction then enlarges eps as well: after one step it is 32 times what was asked for.
Only tiny gradients tell, in the first hundreds of steps.

Lesson: optim/adaptive_steps#the-small-constant
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    return w - lr * m_hat / ((np.sqrt(v) + eps) / np.sqrt(1 - b2**t))
