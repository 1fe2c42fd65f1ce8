"""Computes decay and step in new arrays, and forgets them.

`theta = theta - ...` gives a name to a new array; the caller's keeps its numbers, and
nothing is learned at all. Write into the array, as `theta -= ...` does.

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
        own = state.setdefault(i, {})
        if theta.ndim > 1:
            theta = theta * (1 - lr * decay)
        theta = adam_step(theta, grad, own, lr, *betas, eps)
