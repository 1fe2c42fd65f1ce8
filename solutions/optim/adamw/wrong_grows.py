"""Lets the weights grow by the share they should lose.

The sign of the decay is wrong, so that weights without a gradient run off exponentially.

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
            theta *= 1 + lr * decay
        own = state.setdefault(i, {})
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
