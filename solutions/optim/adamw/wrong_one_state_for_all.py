"""Uses one Adam state for all arrays.

Each array then continues the averages of the one before, and the step counter runs ahead by
one for every array. It may run without an error where shapes fit.

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
        own = state
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
