"""Uses the averages as they are, although they began at 0.

After one step the mean is a tenth of the gradient and the root mean square only 0.032 of
it, so the first step is 3.16 times as long as `lr`. The lesson lists the factor by which
each average is short after t steps.

Lesson: optim/adaptive_steps#the-first-steps
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m
    v_hat = v
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
