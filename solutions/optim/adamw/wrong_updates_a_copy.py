"""Computes the new arrays and forgets them.

`theta = ...` gives a name to a new array; the caller's keeps its numbers, apart from the
decay. Write into the array.

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
            theta *= 1 - lr * decay
        own = state.setdefault(i, {})
        theta = adam_step(theta, grad, own, lr, *betas, eps)
