"""Decays every array, biases and gains too.

A bias that is pulled to 0 understates what is common, and a gain that is pulled to 0 mutes
its unit. Only arrays of two axes or more decay.

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
        theta *= 1 - lr * decay
        own = state.setdefault(i, {})
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
