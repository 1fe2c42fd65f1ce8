"""Divides by the average square itself, without its root.

A mean gradient divided by a mean square has the unit of 1 over a gradient: large gradients
make small steps and small ones huge steps. Only the root of the average square has the unit
of a gradient, and then the first step has length lr for every entry.

Lesson: optim/adaptive_steps#two-averages
"""


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", 0.0) + (1 - b1) * g
    v = b2 * state.get("v", 0.0) + (1 - b2) * g**2
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (v_hat + eps)
