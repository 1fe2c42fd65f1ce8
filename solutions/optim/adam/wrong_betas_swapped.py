"""Averages the gradient with b2 and its square with b1.

The direction then remembers a thousand steps and the scale only ten. Training turns like a
tanker, and one large gradient is forgotten while its direction is still followed.

Lesson: optim/adaptive_steps#two-averages
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b2 * state.get("m", 0.0) + (1 - b2) * g
    v = b1 * state.get("v", 0.0) + (1 - b1) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b2**t)
    v_hat = v / (1 - b1**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
