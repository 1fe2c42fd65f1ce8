"""Averages the gradient itself where its square belongs.

Gradients have signs: where the average is negative its root is NaN, and where they cancel
it is near 0. The second average measures how large gradients are, whatever their sign; for
that each is squared before it is averaged.

Lesson: optim/adaptive_steps#two-averages
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
