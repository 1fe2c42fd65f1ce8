"""Hands Adam an empty state at every step.

Then every step is a first step: all entries move by exactly lr, as if only the sign of the
gradient counted. The inner dict has to be found again under its key.

Lesson: optim/adaptive_steps#two-averages
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
    for theta, grad in zip(params, grads, strict=True):
        if theta.ndim > 1:
            theta *= 1 - lr * decay
        own = {}
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
