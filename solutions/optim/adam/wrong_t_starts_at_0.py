"""Uses the number of the step before it counts it.

With t = 0 the correction is 1 - 1 = 0, and 0 in the denominator turns every number of the
array into NaN or infinity. The first step has the number 1.

Lesson: optim/adaptive_steps#the-first-steps
"""

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0)
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t + 1, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)
