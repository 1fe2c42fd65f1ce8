"""Decays the weights that Adam's step has left.

The step itself then shrinks as well, by a factor 1 - lr * decay. The difference is small
and constant; torch, and this contract, decay first.

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
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
        if theta.ndim > 1:
            theta *= 1 - lr * decay
