"""Counts a step for every array, not for every call.

All arrays of one call take the same step, so the same power of beta corrects their
averages. With one counter that grows inside the loop, the second array is corrected as if
it had come one step further than the first, and its averages start too small.

Lesson: optim/adaptive_steps#the-first-steps
"""

import numpy as np


def adamw_step(
    params,
    grads,
    state,
    lr=0.001,
    betas=(0.9, 0.999),
    eps=1e-8,
    decay=0.01,
):
    b1, b2 = betas
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        state["t"] = t = state.get("t", 0) + 1
        m, v = state.get(i, (0.0, 0.0))
        m, v = b1 * m + (1 - b1) * grad, b2 * v + (1 - b2) * grad**2
        state[i] = m, v
        if theta.ndim > 1:
            theta *= 1 - lr * decay
        root = np.sqrt(v / (1 - b2**t)) + eps
        theta -= lr * m / (1 - b1**t) / root
