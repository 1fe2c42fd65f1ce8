"""Shrinks by the decay alone, whatever the step size.

At a step size of 0.001 the weights then decay a thousand times too fast, and they go on
decaying at full speed when a schedule has brought the steps to 0.

Lesson: optim/adaptive_steps#what-decay-means
"""

from tutor.yours import adam_step


def adamw_step(
    params,
    grads,
    state,
    lr=0.001,
    betas=(0.9, 0.999),
    eps=1e-8,
    decay=0.01,
):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        if theta.ndim > 1:
            theta *= 1 - decay
        own = state.setdefault(i, {})
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
