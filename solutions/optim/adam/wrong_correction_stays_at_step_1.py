"""Divides by 1 - beta at every step, as if each were the first.

The weights in the average sum to 1 - beta to the power t. Without the power the second
average is taken to be twenty times as short of gradients as it is, and steps shrink from
the second on.

Lesson: optim/adaptive_steps#the-first-steps
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1)
    v_hat = v / (1 - b2)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
